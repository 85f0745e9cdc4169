package cn.jiping.registration;

import cn.jiping.catalog.Education;
import cn.jiping.catalog.ProfessionalTitle;
import cn.jiping.file.FileId;
import cn.jiping.shared.SkillLevel;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * 申报内容: what the applicant says of themselves, as far as it is filled in. Name and document stand
 * with the person, not here.
 *
 * @param condition the one claimed, by its id
 * @param materials what was uploaded, the photo included
 */
public record ApplicationForm(
        @Nullable Schooling schooling,
        @Nullable Employment employment,
        List<Held> certificates,
        @Nullable TitleHeld title,
        List<Job> history,
        @Nullable String condition,
        Map<Material, FileId> materials) {
    public ApplicationForm {
        certificates = List.copyOf(certificates);
        history = List.copyOf(history);
        materials = Map.copyOf(materials);
    }

    static ApplicationForm empty() {
        return new ApplicationForm(null, null, List.of(), null, List.of(), null, Map.of());
    }

    /** 学历: the school finished last, or attended now. */
    public record Schooling(
            Education education,
            String school,
            String major,
            boolean majorMatches,
            Enrolment enrolment) {}

    /** 单位和现职业. */
    public record Employment(String employer, String occupation) {}

    /** 已持证书. {@code from}: the school it was got at, where that counts. */
    public record Held(
            String occupation,
            SkillLevel level,
            String number,
            String issuer,
            LocalDate issuedOn,
            @Nullable Education from) {}

    /** 职称. */
    public record TitleHeld(
            ProfessionalTitle title, String name, boolean matches, LocalDate awardedOn) {}

    /** 工作经历: without {@code until} the person still works there. */
    public record Job(
            LocalDate from,
            @Nullable LocalDate until,
            String employer,
            String post,
            boolean inOccupation) {
        public Job {
            if (until != null && until.isBefore(from)) {
                throw new IllegalArgumentException("Left before it began");
            }
        }
    }

    public ApplicationForm withBackground(Schooling schooling, Employment employment) {
        return new ApplicationForm(
                schooling, employment, certificates, title, history, condition, materials);
    }

    public ApplicationForm withCertificates(List<Held> certificates, @Nullable TitleHeld title) {
        return new ApplicationForm(
                schooling, employment, certificates, title, history, condition, materials);
    }

    public ApplicationForm withHistory(List<Job> history) {
        return new ApplicationForm(
                schooling, employment, certificates, title, history, condition, materials);
    }

    public ApplicationForm claiming(@Nullable String condition) {
        return new ApplicationForm(
                schooling, employment, certificates, title, history, condition, materials);
    }

    /** The same with the file in place of what was uploaded before; null takes it away. */
    ApplicationForm with(Material material, @Nullable FileId file) {
        var all = new EnumMap<Material, FileId>(Material.class);
        all.putAll(materials);
        if (file == null) {
            all.remove(material);
        } else {
            all.put(material, file);
        }
        return new ApplicationForm(
                schooling, employment, certificates, title, history, condition, all);
    }
}
