package cn.jiping.database;

/** A PostgreSQL that somebody else runs; closing leaves it alone. */
record ExternalServer(String url, Login owner, Login application) implements DatabaseServer {
    @Override
    public void close() {
        // not ours to stop
    }
}
