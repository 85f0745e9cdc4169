package cn.jiping.file;

import cn.jiping.shared.BodyId;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.PersonId;
import java.io.InputStream;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 待存文件.
 *
 * @param name as the person's computer calls it; its ending declares the kind
 * @param content is read to its end or to the limit, and not closed
 * @param clientKey chosen by the caller; the same key stores once
 */
public record FileDraft(
        String name,
        FilePurpose purpose,
        InputStream content,
        Place place,
        Subject subject,
        Terms terms,
        String clientKey) {

    /** 归属: in whose scope the file lies; at least one is named. */
    public record Place(
            @Nullable DivisionCode division, @Nullable BodyId body, @Nullable PersonId person) {
        public Place {
            if (division == null && body == null && person == null) {
                throw new IllegalArgumentException("A file belongs somewhere");
            }
        }

        public static Place of(DivisionCode division) {
            return new Place(division, null, null);
        }

        public static Place of(BodyId body) {
            return new Place(null, body, null);
        }

        public static Place of(PersonId person) {
            return new Place(null, null, person);
        }
    }

    /** 对象: the thing of another module that the file belongs to. */
    public record Subject(String type, String id) {}

    /**
     * 保存期限: not to be deleted before the one day, erased by itself on the other; null for no such
     * day.
     */
    public record Terms(@Nullable LocalDate keepUntil, @Nullable LocalDate eraseOn) {
        public Terms {
            if (keepUntil != null && eraseOn != null && eraseOn.isBefore(keepUntil)) {
                throw new IllegalArgumentException("Erased before it may be");
            }
        }

        public static Terms none() {
            return new Terms(null, null);
        }
    }
}
