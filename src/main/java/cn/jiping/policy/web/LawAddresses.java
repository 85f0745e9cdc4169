package cn.jiping.policy.web;

import cn.jiping.policy.Policies;
import cn.jiping.shared.Source;
import cn.jiping.web.CitedLaw;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** 条款网址: where each source can be read. */
@Component
class LawAddresses implements CitedLaw {
    static final String LAW = "/law";
    static final String PRACTICE = "/law/practice";

    private final Policies policies;

    LawAddresses(Policies policies) {
        this.policies = policies;
    }

    @Override
    public Optional<String> address(Source source) {
        return switch (source) {
            case Source.Practice _ -> Optional.of(PRACTICE);
            case Source.Clause cited ->
                    policies.book()
                            .document(cited.document())
                            .flatMap(document ->
                                    document.clause(cited.clause()).map(document::source))
                            .map(LawAddresses::path);
        };
    }

    static String path(Source.Clause clause) {
        return path(clause.document()) + "/" + segment(clause.clause());
    }

    static String path(String document) {
        return LAW + "/" + segment(document);
    }

    private static String segment(String text) {
        return UriUtils.encodePathSegment(text, StandardCharsets.UTF_8);
    }
}
