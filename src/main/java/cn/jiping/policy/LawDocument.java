package cn.jiping.policy;

import cn.jiping.shared.Source;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** 文件: a document of law with all its clauses, in our own words. */
public record LawDocument(
        String shortName,
        @Nullable String number,
        String title,
        String issuer,
        Jurisdiction jurisdiction,
        @Nullable LocalDate issuedOn,
        Validity inForce,
        List<LawClause> clauses) {

    public LawDocument {
        clauses = List.copyOf(clauses);
    }

    /** The clause of that number, whether its brackets are written wide, as in print, or narrow. */
    public Optional<LawClause> clause(String number) {
        var narrow = number.replace('（', '(').replace('）', ')');
        return clauses.stream().filter(c -> c.clause().equals(narrow)).findFirst();
    }

    /**
     * @throws NoSuchLaw if the document has no such clause
     */
    public LawClause requireClause(String number) {
        return clause(number).orElseThrow(() -> NoSuchLaw.clause(shortName, number));
    }

    /** How rulings cite one of the clauses. */
    public Source.Clause source(LawClause clause) {
        return new Source.Clause(shortName, clause.clause());
    }

    /** Whether other clauses stand below this one, as below a heading. */
    public boolean gathers(LawClause clause) {
        return clauses.stream()
                .map(LawClause::clause)
                .anyMatch(other ->
                        other.startsWith(clause.clause()) && !other.equals(clause.clause()));
    }

    /** 施行: from when until when; {@code why} where the copy prints no day. */
    public record Validity(
            LocalDate from, @Nullable LocalDate until, Basis basis, @Nullable String why) {
        public boolean covers(LocalDate on) {
            return !on.isBefore(from) && (until == null || !on.isAfter(until));
        }
    }

    /** How the day of force is known. */
    public enum Basis {
        /** 文件载明. */
        PRINTED,
        /** 按成文或印发日期. */
        SIGNED,
        /** 惯例认定. */
        PRACTICE
    }

    /** 条款: one numbered paragraph. */
    public record LawClause(
            String clause,
            @Nullable String heading,
            String text,
            Kind kind,
            List<String> signals,
            List<String> requirements) {
        public LawClause {
            signals = List.copyOf(signals);
            requirements = List.copyOf(requirements);
        }
    }

    /** What a clause does. */
    public enum Kind {
        /** 规范: decides cases. */
        NORM,
        /** 组织: who does what. */
        ORGANISATION,
        /** 号召: asks for effort. */
        EFFORT
    }
}
