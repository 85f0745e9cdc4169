package cn.jiping.account.web;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** 演示环境的验证码: shown on the page, and again when the form comes back with a wrong one. */
@Component
class ShownCodes {
    private final boolean demo;

    ShownCodes(@Value("${jiping.demo:false}") boolean demo) {
        this.demo = demo;
    }

    /** The code the form was sent with; null outside the demo or for anything else. */
    @Nullable String again(String shown) {
        return demo && shown.matches("[0-9]{6}") ? shown : null;
    }
}
