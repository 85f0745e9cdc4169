package cn.jiping.policy;

/** 起算: whether the day of the event is itself the first working day of a term. */
@LawPage(
        path = "policy/counting",
        governedBy = GoverningDate.EVENT,
        in = {"00"})
public record CountingTerms(boolean eventDayCounted) implements Terms {}
