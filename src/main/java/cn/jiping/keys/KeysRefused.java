package cn.jiping.keys;

import cn.jiping.shared.Refusal;

/** 密钥拒绝: why the keys were left as they are. */
public final class KeysRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    private KeysRefused(String code) {
        super(code, null);
    }

    static KeysRefused nothingChosen() {
        return new KeysRefused("keys.nothing-chosen");
    }

    static KeysRefused onlyForTheWholePlatform() {
        return new KeysRefused("keys.whole-platform");
    }
}
