package cn.jiping.policy;

import cn.jiping.shared.Unanswerable;
import java.util.Map;

/** 查无此条: the law book holds no such document or clause. */
public final class NoSuchLaw extends Unanswerable {
    private static final long serialVersionUID = 1L;

    private NoSuchLaw(String code, Map<String, String> facts, Object... arguments) {
        super(code, facts, arguments);
    }

    static NoSuchLaw document(String shortName) {
        return new NoSuchLaw("policy.no-document", Map.of("document", shortName), shortName);
    }

    static NoSuchLaw clause(String document, String clause) {
        return new NoSuchLaw(
                "policy.no-clause",
                Map.of("document", document, "clause", clause),
                document,
                clause);
    }
}
