package cn.jiping.web;

import cn.jiping.shared.Source;
import java.util.Optional;

/** 引用的出处: where pages link to what they cite; implemented by the module that has the law book. */
public interface CitedLaw {
    /** The path of the page that shows the source; empty where the law book does not hold it. */
    Optional<String> address(Source source);
}
