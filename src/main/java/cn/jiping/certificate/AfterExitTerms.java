package cn.jiping.certificate;

import cn.jiping.policy.GoverningDate;
import cn.jiping.policy.LawPage;
import cn.jiping.policy.Terms;
import cn.jiping.shared.Source;

/**
 * 退出后发证: on what it rests that exams held before the exit still end in a certificate, and how an
 * exam held afterwards is judged.
 */
@LawPage(
        path = "certificate/after-exit",
        governedBy = GoverningDate.ASKED,
        in = {"00"})
public record AfterExitTerms(Source heldBefore, Source heldAfter) implements Terms {}
