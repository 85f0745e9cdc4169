package cn.jiping.draw;

import cn.jiping.shared.BodyId;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Source;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 抽取公告: everything that is fixed before anybody can know the outcome. After announcing nothing of
 * it changes.
 *
 * @param clientKey chosen by the caller; the same key announces once
 */
public record DrawAnnouncement(
        Heading heading,
        Times times,
        Seats seats,
        PublicSource publicSource,
        DrawRules rules,
        Pool pool,
        String clientKey) {

    /**
     * What is drawn for.
     *
     * @param purpose a stable code, such as {@code assessor}; one subject has one running draw for
     *     each purpose
     * @param basis the clause or practice that asks for a draw
     * @param namesPublished whether the rule of this purpose publishes the names of those drawn
     * @param predecessor the earlier draw for the same subject and purpose, if there was one
     */
    public record Heading(
            String purpose,
            String title,
            Subject subject,
            Place place,
            Source basis,
            boolean namesPublished,
            @Nullable Predecessor predecessor) {}

    /** 归属: whose draw it is; at least one is named. */
    public record Place(@Nullable DivisionCode division, @Nullable BodyId body) {}

    /** 对象: another module's thing. */
    public record Subject(String type, String id) {}

    /** 前次抽取: the draw this one takes the place of, and why. */
    public record Predecessor(DrawId draw, String reason) {}

    /**
     * 期限, by the business clock: commitments until, the public value from, both secrets until; the
     * pool and the result are open to everybody from.
     */
    public record Times(
            Instant commitBy, Instant publicValueFrom, Instant revealBy, Instant openFrom) {}

    /** The two who commit. */
    public record Seats(Seat a, Seat b) {
        public Seat of(Party party) {
            return party == Party.A ? a : b;
        }
    }

    /** Who may sit as a party, and its printed name. */
    public record Seat(Sitter sitter, String label) {
        /** Which accounts may act for the seat. */
        public enum Sitter {
            /** 主管部门: staff of an office whose scope covers the draw's division. */
            AUTHORITY,
            /** 评价机构: people of the draw's body. */
            BODY,
            /** 审计. */
            AUDITOR
        }
    }

    /** 公开随机数: what it will be, said before it exists, and where anyone can look it up. */
    public record PublicSource(Origin kind, String what, String lookUp) {
        /** How the value comes into the record. */
        public enum Origin {
            /** Published by somebody outside, typed in with its reference. */
            EXTERNAL_REFERENCE
        }
    }

    /** 名单: those among whom is drawn, and those who were considered and left out. */
    public record Pool(List<PoolEntry> entries, List<Exclusion> exclusions) {
        public Pool {
            entries = List.copyOf(entries);
            exclusions = List.copyOf(exclusions);
        }
    }
}
