package cn.jiping.architecture.samples;

import org.springframework.beans.factory.annotation.Autowired;

public class FieldInjection {
    @Autowired
    @SuppressWarnings("NullAway.Init")
    Runnable work;
}
