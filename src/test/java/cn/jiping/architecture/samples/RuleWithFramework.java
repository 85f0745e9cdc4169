package cn.jiping.architecture.samples;

import org.springframework.util.StringUtils;

public record RuleWithFramework(String value) {
    boolean holds() {
        return StringUtils.hasText(value);
    }
}
