package cn.jiping.draw;

/** 承诺方: one of the two who bind themselves to a secret before the public value exists. */
public enum Party {
    A,
    B;

    public Party other() {
        return this == A ? B : A;
    }
}
