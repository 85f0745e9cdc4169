package cn.jiping.database;

/** A database role and its password. */
public record Login(String user, String password) {
    /** Never the password. */
    @Override
    public String toString() {
        return user;
    }
}
