package cn.jiping.certificate;

import cn.jiping.plan.Authority;
import cn.jiping.policy.GoverningDate;
import cn.jiping.policy.LawPage;
import cn.jiping.policy.Terms;
import cn.jiping.shared.Source;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * 发证: on what it rests that only who passed, was reviewed and had the scores published gets a
 * certificate, and in the name of which department.
 */
@LawPage(
        path = "certificate/issue",
        governedBy = GoverningDate.ASKED,
        in = {"33"})
public record IssueTerms(
        Source passed, Source reviewed, Source published, Map<Authority, String> departments)
        implements Terms {
    public IssueTerms {
        departments = Collections.unmodifiableMap(new TreeMap<>(departments));
    }
}
