package cn.jiping.registration;

import cn.jiping.shared.Source;

/** 要交的材料, and by what. */
public record Needed(Material material, Source source) {
    /** Whether the applicant uploads it; the rest the platform has or makes. */
    public boolean uploaded() {
        return switch (material) {
            case ID_CARD, APPLICATION_FORM -> false;
            case PHOTO,
                    EDUCATION_PROOF,
                    ENROLMENT_PROOF,
                    YEARS_PROOF,
                    CERTIFICATE,
                    TITLE_CERTIFICATE,
                    PERFORMANCE_REPORT ->
                    true;
        };
    }
}
