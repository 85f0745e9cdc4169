package cn.jiping.registration.web;

import cn.jiping.plan.OfferingId;
import cn.jiping.plan.SessionId;
import cn.jiping.registration.CounterDraft;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.IdentityDocument;
import cn.jiping.shared.Ids;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.Sex;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** 代报表: name and document as typed, and what is applied for. */
record CounterForm(
        @Nullable String name,
        @Nullable String kind,
        @Nullable String number,
        @Nullable String bornOn,
        @Nullable String sex,
        @Nullable String county,
        @Nullable String offering,
        @Nullable String agreed,
        @Nullable MultipartFile scan,
        @Nullable String clientKey) {

    static CounterForm empty(@Nullable String county) {
        return new CounterForm(
                null,
                IdentityDocument.Kind.RESIDENT_ID.name(),
                null,
                null,
                null,
                county,
                null,
                null,
                null,
                Ids.next().toString());
    }

    /** What is offered in one session, as a choice writes it. */
    static String written(SessionId session, OfferingId offering) {
        return session + "." + offering;
    }

    /**
     * @throws InvalidInput naming every field that cannot be read
     */
    CounterDraft draft(LocalDate today) {
        InvalidInput.requireAll(
                this::requireName,
                this::countyChosen,
                this::offeringChosen,
                this::document,
                this::requireAgreed,
                this::scanned);
        return new CounterDraft(
                sessionChosen(),
                offeringChosen(),
                countyChosen(),
                new CounterDraft.Candidate(
                        Fields.plain(name),
                        document(),
                        born(today),
                        Fields.find(sex, Sex.class).orElse(null)),
                Objects.requireNonNullElse(clientKey, ""));
    }

    private DivisionCode countyChosen() {
        try {
            return new DivisionCode(Objects.requireNonNullElse(county, ""));
        } catch (IllegalArgumentException _) {
            throw Fields.notChosen("county", "counter.county");
        }
    }

    private SessionId sessionChosen() {
        return SessionId.of(parts()[0]);
    }

    private OfferingId offeringChosen() {
        try {
            sessionChosen();
            return OfferingId.of(parts()[1]);
        } catch (IllegalArgumentException _) {
            throw Fields.notChosen("offering", "new.offering.short");
        }
    }

    private String[] parts() {
        var parts = Objects.requireNonNullElse(offering, "").split("\\.", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("No offering of a session");
        }
        return parts;
    }

    private IdentityDocument document() {
        try {
            return new IdentityDocument(
                    Fields.find(kind, IdentityDocument.Kind.class)
                            .orElse(IdentityDocument.Kind.RESIDENT_ID),
                    Objects.requireNonNullElse(number, ""));
        } catch (IllegalArgumentException _) {
            throw InvalidInput.of("number", "registration.document");
        }
    }

    private @Nullable LocalDate born(LocalDate today) {
        if (bornOn == null || bornOn.isBlank()) {
            return null;
        }
        var fields = new Fields(today);
        var born = fields.day("bornOn", "review.born", bornOn);
        fields.requireNone();
        return born;
    }

    private void requireName() {
        if (Fields.plain(name).isEmpty()) {
            throw InvalidInput.of("name", "registration.no-name");
        }
    }

    private void requireAgreed() {
        if (!"true".equals(agreed)) {
            throw InvalidInput.of("agreed", "registration.not-agreed");
        }
    }

    /** 签名的同意书. */
    MultipartFile scanned() {
        if (scan == null || scan.isEmpty()) {
            throw InvalidInput.of("scan", "registration.no-consent");
        }
        return scan;
    }

    /** Never the number: it must not reach a log by accident. */
    @Override
    public String toString() {
        return "CounterForm";
    }
}
