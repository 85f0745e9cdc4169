package cn.jiping.shared;

import java.util.List;
import java.util.Set;

/** 判定: a rule's answer to "may this be done?", with every reason and its source. */
public sealed interface Ruling {
    List<Reason> reasons();

    static Ruling met(Reason... reasons) {
        return new Met(List.of(reasons));
    }

    static Ruling notMet(Reason... reasons) {
        return new NotMet(List.of(reasons));
    }

    /** 准许. */
    record Met(List<Reason> reasons) implements Ruling {
        public Met {
            reasons = List.copyOf(reasons);
        }
    }

    /** 不准许. */
    record NotMet(List<Reason> reasons) implements Ruling {
        public NotMet {
            reasons = List.copyOf(reasons);
        }
    }

    /** 无法判定: the facts named are needed before the rule can decide. */
    record Undecided(Set<String> missingFacts, List<Reason> reasons) implements Ruling {
        public Undecided {
            missingFacts = Set.copyOf(missingFacts);
            reasons = List.copyOf(reasons);
        }
    }
}
