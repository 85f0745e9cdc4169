package cn.jiping.plan;

import cn.jiping.plan.AdmissionTerms.Demand;
import cn.jiping.policy.InForce;
import cn.jiping.shared.Reason;
import java.util.ArrayList;
import java.util.List;

/** 计划发布判定: everything demanded of body, scope, site, region and fees that a plan fails. */
record AdmissionRule(InForce<AdmissionTerms> law) {

    List<Reason> failing(PlanAdmissionTopic.Facts plan) {
        var failing = new ArrayList<Reason>();
        var state = plan.bodyState();
        demand(
                Demand.LISTED,
                state != PlanAdmissionTopic.BodyState.DELISTED,
                AdmissionReason.NOT_LISTED,
                failing);
        demand(
                Demand.NOT_SUSPENDED,
                state != PlanAdmissionTopic.BodyState.SUSPENDED,
                AdmissionReason.SUSPENDED,
                failing);
        demand(Demand.IN_FILED_SCOPE, plan.inFiledScope(), AdmissionReason.OUTSIDE_SCOPE, failing);
        demand(
                Demand.SITE_ACCEPTED,
                plan.siteFiled() || plan.siteConfirmed() || approvedOutside(plan),
                AdmissionReason.SITE_NOT_ACCEPTED,
                failing);
        demand(Demand.NOT_DELEGATED, !plan.delegated(), AdmissionReason.DELEGATED, failing);
        demand(
                Demand.PROVINCIAL_OUTSIDE_HOME,
                plan.provincialBody() || !plan.outsideHomeRegion(),
                AdmissionReason.NO_WAY_OUTSIDE_HOME,
                failing);
        demand(
                Demand.CROSS_REGION_APPROVED,
                !plan.provincialBody() || !plan.outsideHomeRegion() || plan.crossRegionApproved(),
                AdmissionReason.NOT_APPROVED_THERE,
                failing);
        demand(
                Demand.FEE_PUBLISHED,
                plan.feePublished(),
                AdmissionReason.FEE_NOT_PUBLISHED,
                failing);
        return failing;
    }

    private static boolean approvedOutside(PlanAdmissionTopic.Facts plan) {
        return plan.provincialBody() && plan.outsideHomeRegion() && plan.crossRegionApproved();
    }

    private void demand(
            Demand demand, boolean fulfilled, AdmissionReason otherwise, List<Reason> failing) {
        var source = law.terms().of(demand);
        if (source != null && !fulfilled) {
            failing.add(Reason.of(otherwise, source));
        }
    }
}
