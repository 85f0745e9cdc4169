package cn.jiping.policy.web;

import cn.jiping.policy.DecisionTopic;
import cn.jiping.policy.Policies;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.Unanswerable;
import cn.jiping.web.Crumb;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** 问规则: any rule asked with any facts and any date, answered with its clause. */
@Controller
class AskController {
    static final String PATH = "/ask";

    private static final Crumb ASK = new Crumb(PATH, "page.ask.title");

    private final Policies policies;
    private final TopicLinks links;
    private final AskFields fields;
    private final AnswerWords answers;
    private final LawWords words;

    AskController(
            Policies policies,
            TopicLinks links,
            AskFields fields,
            AnswerWords answers,
            LawWords words) {
        this.policies = policies;
        this.links = links;
        this.fields = fields;
        this.answers = answers;
        this.words = words;
    }

    @GetMapping(PATH)
    String topics(@RequestParam(required = false) @Nullable String q, Model model) {
        var asked = Asked.text(q);
        model.addAttribute("q", asked);
        model.addAttribute("topics", named(Asked.words(asked)));
        model.addAttribute("crumbs", List.of(LawController.HOME, LawController.LAW, ASK));
        return "policy/topics";
    }

    private List<TopicLinks.TopicLink> named(List<String> wanted) {
        return links.of(policies.topics()).stream()
                .filter(link ->
                        wanted.stream()
                                .allMatch(word -> (link.question() + link.name()).contains(word)))
                .toList();
    }

    @GetMapping("/ask/{topic}")
    String ask(
            @PathVariable String topic,
            @RequestParam MultiValueMap<String, String> given,
            HttpServletRequest request,
            Model model) {
        var asked = policies.topic(topic);
        var form = filled(fields.of(asked), given);
        model.addAttribute("link", links.of(asked));
        model.addAttribute("documents", policies.documentsOf(asked));
        model.addAttribute("filled", TopicLinks.query(PATH + "/" + topic, asked));
        model.addAttribute(
                "crumbs",
                List.of(
                        LawController.HOME,
                        LawController.LAW,
                        ASK,
                        Crumb.named(PATH + "/" + topic, links.of(asked).question())));
        var sent = form.stream().map(AskField::name).anyMatch(given::containsKey);
        model.addAttribute("fields", sent ? answered(asked, form, model) : form);
        return "policy/ask";
    }

    private static List<AskField> filled(List<AskField> form, MultiValueMap<String, String> given) {
        return form.stream()
                .map(field -> field.saying(Asked.text(given.getFirst(field.name()))))
                .toList();
    }

    /** Asks, and says at its field what cannot be asked so. */
    private List<AskField> answered(DecisionTopic<?> topic, List<AskField> form, Model model) {
        var facts =
                form.stream()
                        .filter(field -> !field.value().isEmpty())
                        .collect(Collectors.toMap(AskField::name, field -> List.of(field.value())));
        try {
            model.addAttribute("answer", answers.shown(policies.answer(topic.name(), facts)));
        } catch (InvalidInput wrong) {
            return failing(form, wrong);
        } catch (Unanswerable nothing) {
            model.addAttribute("nothing", words.nothing(nothing));
            model.addAttribute("nothingNext", words.text("refusal." + nothing.code() + ".next"));
        }
        return form;
    }

    private List<AskField> failing(List<AskField> form, InvalidInput wrong) {
        var told = new ArrayList<>(form);
        for (var fault : wrong.faults()) {
            var at = at(form, fault.field());
            told.set(at, told.get(at).failing(why(fault, form.get(at))));
        }
        return told;
    }

    /** Where a fault is shown: at its field, at the first of its group, or first of all. */
    private static int at(List<AskField> form, String fact) {
        var names = form.stream().map(AskField::name).toList();
        return Stream.concat(Stream.of(fact), names.stream().filter(in(fact)))
                .mapToInt(names::indexOf)
                .filter(at -> at >= 0)
                .findFirst()
                .orElse(0);
    }

    private static Predicate<String> in(String group) {
        return name -> name.startsWith(group + ".");
    }

    private String why(InvalidInput.Fault fault, AskField field) {
        var arguments =
                fault.arguments().stream()
                        .map(each -> each.equals(fault.field()) ? field.label() : each)
                        .toArray();
        return words.text("invalid." + fault.code(), arguments);
    }
}
