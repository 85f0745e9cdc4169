package cn.jiping.architecture.samples;

import java.util.List;

public interface UnscopedStore {
    List<String> listCases(int page);
}
