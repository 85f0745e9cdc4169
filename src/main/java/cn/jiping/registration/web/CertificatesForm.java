package cn.jiping.registration.web;

import cn.jiping.catalog.Education;
import cn.jiping.catalog.ProfessionalTitle;
import cn.jiping.registration.ApplicationForm;
import cn.jiping.registration.ApplicationForm.Held;
import cn.jiping.registration.ApplicationForm.TitleHeld;
import cn.jiping.shared.SkillLevel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** 证书和职称表; rows and a title left empty say that there is none. */
record CertificatesForm(
        @Nullable List<Row> rows,
        @Nullable String title,
        @Nullable String titleName,
        @Nullable String titleMatches,
        @Nullable String titleOn,
        @Nullable String more,
        @Nullable Integer version)
        implements Filled {
    private static final int LONGEST = 60;
    private static final int MOST = 20;

    CertificatesForm {
        rows = rows == null ? List.of() : rows.stream().filter(Objects::nonNull).toList();
    }

    /** 一本证书. */
    record Row(
            @Nullable String occupation,
            @Nullable String level,
            @Nullable String number,
            @Nullable String issuer,
            @Nullable String issuedOn,
            @Nullable String from) {
        static final Row EMPTY = new Row(null, null, null, null, null, null);

        private boolean empty() {
            return Stream.of(occupation, level, number, issuer, issuedOn, from)
                    .allMatch(typed -> Fields.plain(typed).isEmpty());
        }
    }

    static CertificatesForm of(ApplicationForm form, int version) {
        var title = form.title();
        var rows = new ArrayList<Row>();
        form.certificates().forEach(held -> rows.add(row(held)));
        if (rows.isEmpty()) {
            rows.add(Row.EMPTY);
        }
        return new CertificatesForm(
                rows,
                title == null ? null : title.title().name(),
                title == null ? null : title.name(),
                title == null ? null : String.valueOf(title.matches()),
                title == null ? null : title.awardedOn().toString(),
                null,
                version);
    }

    private static Row row(Held held) {
        var from = held.from();
        return new Row(
                held.occupation(),
                held.level().name(),
                held.number(),
                held.issuer(),
                held.issuedOn().toString(),
                from == null ? null : from.name());
    }

    private List<Row> present() {
        return Objects.requireNonNull(rows);
    }

    @Override
    public CertificatesForm withRowsAskedFor() {
        if (more == null || present().size() >= MOST) {
            return this;
        }
        var all = new ArrayList<>(present());
        all.add(Row.EMPTY);
        return new CertificatesForm(all, title, titleName, titleMatches, titleOn, null, version);
    }

    @Override
    public ApplicationForm in(ApplicationForm form, LocalDate today) {
        var fields = new Fields(today);
        var held = new ArrayList<Held>();
        for (var at = 0; at < present().size(); at++) {
            var row = present().get(at);
            if (!row.empty()) {
                held.add(held(fields, "rows[" + at + "].", row));
            }
        }
        var titleHeld = title(fields);
        fields.requireNone();
        return form.withCertificates(held, titleHeld);
    }

    private static Held held(Fields fields, String at, Row row) {
        return new Held(
                fields.line(at + "occupation", "certificate.occupation", row.occupation(), LONGEST),
                fields.one(at + "level", "certificate.level", row.level(), SkillLevel.class),
                fields.line(at + "number", "certificate.number", row.number(), LONGEST),
                fields.line(at + "issuer", "certificate.issuer", row.issuer(), LONGEST),
                fields.day(at + "issuedOn", "certificate.issued-on", row.issuedOn()),
                Fields.find(row.from(), Education.class).orElse(null));
    }

    private @Nullable TitleHeld title(Fields fields) {
        if (Stream.of(title, titleName, titleOn).allMatch(it -> Fields.plain(it).isEmpty())) {
            return null;
        }
        return new TitleHeld(
                fields.one("title", "title.grade", title, ProfessionalTitle.class),
                fields.line("titleName", "title.name", titleName, LONGEST),
                fields.yes("titleMatches", "title.corresponds", titleMatches),
                fields.day("titleOn", "title.on", titleOn));
    }
}
