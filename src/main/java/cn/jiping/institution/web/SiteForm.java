package cn.jiping.institution.web;

import cn.jiping.institution.ExamSite;
import cn.jiping.institution.SiteDraft;
import cn.jiping.institution.SiteUse;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Ids;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** 考点登记表; occupations stand one to a line. */
public record SiteForm(
        @Nullable String division,
        @Nullable String name,
        @Nullable String address,
        @Nullable List<String> uses,
        @Nullable String occupations,
        @Nullable String clientKey,
        @Nullable Integer version) {
    /** No place has this code, so that it is found wrong together with all else. */
    private static final DivisionCode NOWHERE = new DivisionCode("000000");

    public SiteForm {
        uses = uses == null ? List.of() : uses.stream().filter(Objects::nonNull).toList();
    }

    static SiteForm blank() {
        return new SiteForm(null, null, null, null, null, Ids.next().toString(), null);
    }

    static SiteForm of(ExamSite site) {
        var entry = site.entry();
        return new SiteForm(
                entry.division().value(),
                entry.name(),
                entry.address(),
                entry.uses().stream().map(SiteUse::name).toList(),
                String.join("\n", entry.occupations()),
                null,
                site.version());
    }

    SiteDraft draft() {
        return new SiteDraft(
                place(), said(name), said(address), chosen(), said(occupations).lines().toList());
    }

    private DivisionCode place() {
        try {
            return new DivisionCode(said(division));
        } catch (IllegalArgumentException _) {
            return NOWHERE;
        }
    }

    private Set<SiteUse> chosen() {
        return Stream.of(SiteUse.values())
                .filter(use -> Objects.requireNonNull(uses).contains(use.name()))
                .collect(Collectors.toSet());
    }

    String key() {
        return clientKey == null || clientKey.isBlank() ? Ids.next().toString() : clientKey;
    }

    int seen() {
        return version == null ? -1 : version;
    }

    private static String said(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** 考场登记表. */
    public record RoomForm(
            @Nullable String room,
            @Nullable String seats,
            @Nullable String columns,
            @Nullable Integer version) {
        /** Like the room entered last: most rooms of a site are alike. */
        static RoomForm after(ExamSite site) {
            var rooms = site.rooms();
            return rooms.isEmpty()
                    ? new RoomForm(null, null, null, site.version())
                    : new RoomForm(
                            null,
                            String.valueOf(rooms.getLast().seats()),
                            String.valueOf(rooms.getLast().columns()),
                            site.version());
        }

        String name() {
            return said(room);
        }

        /** What was typed as a number; 0 if it is none, which no room has. */
        static int number(@Nullable String typed) {
            try {
                return Integer.parseInt(said(typed).strip());
            } catch (NumberFormatException _) {
                return 0;
            }
        }

        int seen() {
            return version == null ? -1 : version;
        }
    }

    /** 停用表. */
    public record ClosingForm(@Nullable String reason, @Nullable Integer version) {
        String why() {
            return said(reason);
        }

        int seen() {
            return version == null ? -1 : version;
        }
    }
}
