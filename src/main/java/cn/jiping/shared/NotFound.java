package cn.jiping.shared;

/** 未找到: no such thing, or none inside the actor's scope; the two are never told apart outside. */
public final class NotFound extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotFound(String what, Object id) {
        super(what + " " + id, null, false, true);
    }
}
