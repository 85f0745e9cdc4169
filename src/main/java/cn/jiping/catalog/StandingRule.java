package cn.jiping.catalog;

import cn.jiping.policy.Law;
import cn.jiping.policy.NoRule;
import cn.jiping.shared.Finding;
import cn.jiping.shared.Reason;
import java.util.Optional;

/**
 * 目录状态认定: where an occupation stands in one place on one day. Cancelled by the State Council comes
 * first, then access type, then the annex, then what a province still appraised.
 */
record StandingRule(Law law) {

    Finding<Standing> judge(Occupation occupation) {
        return cancelled(occupation)
                .or(() -> access(occupation))
                .or(() -> unified(occupation))
                .or(() -> ofAnnex(occupation))
                .or(() -> never(occupation))
                .orElseThrow(() -> NoRule.of(law.jurisdiction(), law.on()));
    }

    private Optional<Finding<Standing>> cancelled(Occupation occupation) {
        return law.find(CancelledTerms.class)
                .filter(page -> page.terms().occupations().contains(occupation.name()))
                .map(page ->
                        Finding.of(
                                Standing.of(CatalogueStatus.CANCELLED),
                                Reason.of(CatalogReason.CANCELLED, page.source())));
    }

    private Optional<Finding<Standing>> access(Occupation occupation) {
        return law.find(AccessTerms.class)
                .filter(page -> page.terms().occupations().contains(occupation.name()))
                .map(page ->
                        Finding.of(
                                Standing.of(CatalogueStatus.ACCESS),
                                Reason.of(CatalogReason.ACCESS, page.source())));
    }

    private Optional<Finding<Standing>> unified(Occupation occupation) {
        return law.find(UnifiedTerms.class)
                .filter(page -> page.terms().names(occupation))
                .map(page ->
                        Finding.of(
                                Standing.of(CatalogueStatus.LEVEL_EVALUATION),
                                Reason.of(CatalogReason.STILL_APPRAISED, page.source())));
    }

    private Optional<Finding<Standing>> ofAnnex(Occupation occupation) {
        var exit = occupation.exit();
        return exit == null
                ? Optional.empty()
                : law.find(ExitTerms.class).map(page -> leaving(page.terms().of(exit)));
    }

    private Finding<Standing> leaving(ExitTerms.Row row) {
        var exitedOn = row.exitedOn();
        var batch = row.number();
        if (exitedOn == null || batch == null) {
            return Finding.of(
                    Standing.pending(), Reason.of(CatalogReason.PENDING_ACCESS, row.source()));
        }
        return law.on().isBefore(exitedOn)
                ? Finding.of(
                        Standing.of(CatalogueStatus.LEVEL_EVALUATION),
                        Reason.of(CatalogReason.LEAVES, row.source(), exitedOn))
                : Finding.of(
                        Standing.exited(exitedOn, batch),
                        Reason.of(CatalogReason.EXITED, row.source(), exitedOn, batch));
    }

    private Optional<Finding<Standing>> never(Occupation occupation) {
        return law.find(OutsideTerms.class)
                .filter(page -> page.terms().occupations().contains(occupation.name()))
                .map(page ->
                        Finding.of(
                                Standing.of(CatalogueStatus.NEVER),
                                Reason.of(CatalogReason.NEVER, page.source())));
    }
}
