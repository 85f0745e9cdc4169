package cn.jiping.draw;

/** A text that cannot be a published record: what is wrong with it, and where. */
final class MalformedRecord extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String fault;
    private final String where;

    MalformedRecord(String fault, String where) {
        super(fault + " " + where, null, false, true);
        this.fault = fault;
        this.where = where;
    }

    String fault() {
        return fault;
    }

    String where() {
        return where;
    }
}
