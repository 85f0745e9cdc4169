package cn.jiping.policy.web;

import cn.jiping.policy.LawDocument;
import cn.jiping.policy.Policies;
import cn.jiping.shared.Actor;
import cn.jiping.web.Choice;
import cn.jiping.web.PickList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** The documents of the law book in force, which everybody may cite. */
@Component
class DocumentsToPick implements PickList {
    private final Policies policies;
    private final LawWords words;

    DocumentsToPick(Policies policies, LawWords words) {
        this.policies = policies;
        this.words = words;
    }

    @Override
    public Kind kind() {
        return Kind.DOCUMENT;
    }

    @Override
    public List<Choice> choices(Actor actor) {
        return policies.book().documents().stream()
                .sorted(Comparator.comparing(LawDocument::shortName))
                .map(document ->
                        new Choice(
                                document.shortName(),
                                words.text("document." + document.shortName())
                                        + "　"
                                        + document.title()))
                .toList();
    }
}
