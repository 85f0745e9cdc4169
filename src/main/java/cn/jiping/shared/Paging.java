package cn.jiping.shared;

/** 分页: which slice of a list is asked for. Pages count from 1; a page holds 1 to 200 rows. */
public record Paging(int page, int size) {
    private static final int LARGEST = 200;
    private static final int LAST = 1_000_000;

    public Paging {
        if (page < 1 || page > LAST || size < 1 || size > LARGEST) {
            throw new IllegalArgumentException("No such page: " + page + " of " + size);
        }
    }

    /** Takes what a request said and keeps it within bounds. */
    public static Paging within(int page, int size) {
        return new Paging(Math.clamp(page, 1, LAST), Math.clamp(size, 1, LARGEST));
    }

    public long offset() {
        return (page - 1L) * size;
    }
}
