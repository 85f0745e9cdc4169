package cn.jiping.account.web;

import cn.jiping.account.NewAccount;
import cn.jiping.shared.IdentityDocument;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.Sex;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** 身份信息表: name and document as typed. */
record IdentityForm(
        @Nullable String name,
        @Nullable String kind,
        @Nullable String number,
        @Nullable String bornOn,
        @Nullable String sex) {

    static IdentityForm empty() {
        return new IdentityForm("", "", "", "", "");
    }

    /**
     * @throws InvalidInput naming every field that cannot be read
     */
    NewAccount.Identity read() {
        var faults = new ArrayList<InvalidInput.Fault>();
        if (text(name).isBlank()) {
            faults.add(fault("name", "account.name"));
        }
        var document = document();
        if (document.isEmpty()) {
            faults.add(fault("number", wrongNumber()));
        }
        var born = date(bornOn);
        if (!text(bornOn).isBlank() && born == null) {
            faults.add(fault("bornOn", "account.date"));
        }
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        return new NewAccount.Identity(text(name).strip(), document.orElseThrow(), born, sexOf());
    }

    private Optional<IdentityDocument> document() {
        return Arrays.stream(IdentityDocument.Kind.values())
                .filter(known -> known.name().equals(kind))
                .findAny()
                .flatMap(known -> document(known, text(number)));
    }

    private static Optional<IdentityDocument> document(IdentityDocument.Kind kind, String number) {
        try {
            return Optional.of(new IdentityDocument(kind, number));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** What is wrong with the number: nothing there, the last digit only, or more. */
    private String wrongNumber() {
        var typed = text(number).replaceAll("[\\s-]", "");
        if (typed.isEmpty()) {
            return "account.document-missing";
        }
        var fitsOtherwise =
                IdentityDocument.Kind.RESIDENT_ID.name().equals(kind)
                        && typed.matches("[0-9]{17}[0-9Xx]")
                        && "0123456789X"
                                .chars()
                                .mapToObj(last -> typed.substring(0, 17) + (char) last)
                                .anyMatch(other ->
                                        document(IdentityDocument.Kind.RESIDENT_ID, other)
                                                .isPresent());
        return fitsOtherwise ? "account.document-check" : "account.document";
    }

    private @Nullable Sex sexOf() {
        return Arrays.stream(Sex.values())
                .filter(known -> known.name().equals(sex))
                .findAny()
                .orElse(null);
    }

    static @Nullable LocalDate date(@Nullable String typed) {
        try {
            return text(typed).isBlank() ? null : LocalDate.parse(text(typed).strip());
        } catch (DateTimeParseException _) {
            return null;
        }
    }

    static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }

    private static InvalidInput.Fault fault(String field, String code) {
        return new InvalidInput.Fault(field, code, List.of());
    }

    /** Never the number: it must not reach a log by accident. */
    @Override
    public String toString() {
        return "IdentityForm";
    }
}
