package cn.jiping.policy;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A long list read piece by piece, each following the last of the one before. */
final class Pieces<T> implements Iterator<T> {
    private final Function<@Nullable T, List<T>> next;
    private Iterator<T> piece = List.<T>of().iterator();
    private @Nullable T last;
    private boolean over;

    Pieces(Function<@Nullable T, List<T>> next) {
        this.next = next;
    }

    static <A, B> Iterator<B> map(Iterator<A> all, Function<A, B> each) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return all.hasNext();
            }

            @Override
            public B next() {
                return each.apply(all.next());
            }
        };
    }

    @Override
    public boolean hasNext() {
        if (!piece.hasNext() && !over) {
            var loaded = next.apply(last);
            over = loaded.isEmpty();
            piece = loaded.iterator();
        }
        return piece.hasNext();
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        var one = piece.next();
        last = one;
        return one;
    }
}
