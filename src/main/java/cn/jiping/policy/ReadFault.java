package cn.jiping.policy;

/** What is wrong with one place of a tree that a record was to be read from. */
record ReadFault(String path, Kind kind) {
    enum Kind {
        /** Needed, but not there. */
        MISSING,
        /** There, but nothing of that name is known. */
        UNKNOWN,
        /** Given more than once. */
        DOUBLED,
        /** Not of the type, or not within the values there are. */
        WRONG
    }

    @Override
    public String toString() {
        return path + ": " + kind;
    }
}
