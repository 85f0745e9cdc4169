package cn.jiping.task;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** A long list read in pieces, each from after the last row of the one before. */
final class Pieces<T> implements Iterator<T> {
    private final int size;
    private final Source<T> source;
    private final Queue<T> read = new ArrayDeque<>();
    private int left;
    private boolean more = true;
    private @Nullable T last;

    private Pieces(int size, int atMost, Source<T> source) {
        this.size = size;
        this.left = atMost;
        this.source = source;
    }

    static <T> Pieces<T> of(int size, int atMost, Source<T> source) {
        return new Pieces<>(size, atMost, source);
    }

    /** Rows after the last one; fewer than asked for mean the end. */
    @FunctionalInterface
    interface Source<T> {
        List<T> after(@Nullable T last, int size);
    }

    @Override
    public boolean hasNext() {
        if (read.isEmpty() && more && left > 0) {
            var asked = Math.min(size, left);
            var piece = source.after(last, asked);
            read.addAll(piece);
            left -= piece.size();
            more = piece.size() == asked;
        }
        return !read.isEmpty();
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        last = read.remove();
        return last;
    }
}
