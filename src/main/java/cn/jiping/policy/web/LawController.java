package cn.jiping.policy.web;

import cn.jiping.policy.Jurisdiction;
import cn.jiping.policy.LawDocument;
import cn.jiping.policy.LawDocument.Kind;
import cn.jiping.policy.LawDocument.LawClause;
import cn.jiping.policy.LawIndex.Standing;
import cn.jiping.policy.Policies;
import cn.jiping.policy.web.LawRows.ClauseRow;
import cn.jiping.policy.web.LawRows.DocumentRow;
import cn.jiping.shared.Source;
import cn.jiping.web.Choice;
import cn.jiping.web.Crumb;
import cn.jiping.web.Csv;
import cn.jiping.web.Excel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** 规则依据: the documents, their clauses, and what of each is in force and used where. */
@Controller
class LawController {
    static final Crumb HOME = new Crumb("/", "door.PUBLIC");
    static final Crumb LAW = new Crumb(LawAddresses.LAW, "nav.law");

    private static final List<String> COLUMNS =
            List.of("地区", "文件", "文号", "条款", "标题", "内容（概括）", "性质", "落实", "功能要求");

    private final Policies policies;
    private final LawRows rows;
    private final LawWords words;
    private final TopicLinks topics;

    LawController(Policies policies, LawRows rows, LawWords words, TopicLinks topics) {
        this.policies = policies;
        this.rows = rows;
        this.words = words;
        this.topics = topics;
    }

    @GetMapping("/law")
    String list(ClauseSearch asked, Model model) {
        var documents = rows.documents();
        model.addAttribute("asked", asked);
        model.addAttribute("documents", documents);
        model.addAttribute(
                "clauses", documents.stream().mapToInt(d -> d.document().clauses().size()).sum());
        model.addAttribute("inForce", documents.stream().mapToLong(DocumentRow::inForce).sum());
        model.addAttribute("jurisdictions", jurisdictions());
        model.addAttribute("kinds", Kind.values());
        model.addAttribute("standings", Standing.values());
        model.addAttribute("hash", policies.book().hash().substring(0, 12));
        if (asked.narrows()) {
            model.addAttribute("slice", Asked.slice(rows.clauses(asked), asked.paging()));
        }
        model.addAttribute("crumbs", List.of(HOME, LAW));
        return "policy/law";
    }

    private List<Choice> jurisdictions() {
        return choices(rows.jurisdictions(), words);
    }

    static List<Choice> choices(List<Jurisdiction> jurisdictions, LawWords words) {
        return jurisdictions.stream()
                .map(place -> new Choice(place.value(), words.place(place)))
                .toList();
    }

    @GetMapping("/law/clauses.xlsx")
    void excel(ClauseSearch asked, HttpServletResponse response) throws IOException {
        Excel.send(response, "规则依据 条款", COLUMNS, cells(asked).iterator());
    }

    @GetMapping("/law/clauses.csv")
    void csv(ClauseSearch asked, HttpServletResponse response) throws IOException {
        Csv.send(response, "规则依据 条款", COLUMNS, cells(asked).iterator());
    }

    private List<List<@Nullable Object>> cells(ClauseSearch asked) {
        return rows.clauses(asked).stream().map(this::cells).toList();
    }

    private List<@Nullable Object> cells(ClauseRow row) {
        return Arrays.asList(
                row.place(),
                row.name(),
                row.document().number(),
                row.clause().clause(),
                row.clause().heading(),
                row.clause().text(),
                words.text("law.kind." + row.clause().kind()),
                words.text("law.standing." + row.standing()),
                String.join(" ", row.clause().requirements()));
    }

    @GetMapping("/law/practice")
    String practice(Model model) {
        model.addAttribute(
                "practices",
                rows.index().practices().stream()
                        .map(practice ->
                                new PracticeRow(
                                        practice.why(),
                                        rows.values(practice),
                                        topics.of(rows.index().askedBy(practice))))
                        .toList());
        model.addAttribute(
                "crumbs",
                List.of(HOME, LAW, new Crumb(LawAddresses.PRACTICE, "page.law.practice.title")));
        return "policy/practice";
    }

    @GetMapping("/law/{document}")
    String document(@PathVariable String document, Model model) {
        var found = policies.book().requireDocument(document);
        var row = rows.document(found);
        model.addAttribute("row", row);
        model.addAttribute("clauses", rows.clauses(found));
        model.addAttribute("crumbs", List.of(HOME, LAW, Crumb.named(row.path(), row.name())));
        return "policy/document";
    }

    @GetMapping("/law/{document}/{clause}")
    String clause(@PathVariable String document, @PathVariable String clause, Model model) {
        var found = policies.book().requireDocument(document);
        show(found, found.requireClause(clause), model);
        return "policy/clause";
    }

    private void show(LawDocument document, LawClause clause, Model model) {
        var source = document.source(clause);
        var row = rows.document(document);
        var standing = rows.index().standing(document, clause);
        model.addAttribute("row", row);
        model.addAttribute("clause", clause);
        model.addAttribute("standing", standing);
        model.addAttribute("meaning", words.standing(document, clause, standing));
        model.addAttribute("values", rows.values(source));
        model.addAttribute("topics", topics.of(rows.index().askedBy(source)));
        model.addAttribute("siblings", rows.clauses(document));
        var at = document.clauses().indexOf(clause);
        model.addAttribute("previous", neighbour(document, at - 1));
        model.addAttribute("next", neighbour(document, at + 1));
        model.addAttribute(
                "crumbs",
                List.of(
                        HOME,
                        LAW,
                        Crumb.named(row.path(), row.name()),
                        Crumb.named(LawAddresses.path(source), clause.clause())));
    }

    private static @Nullable Neighbour neighbour(LawDocument document, int at) {
        var clauses = document.clauses();
        return at < 0 || at >= clauses.size()
                ? null
                : new Neighbour(
                        LawAddresses.path(document.source(clauses.get(at))),
                        clauses.get(at).clause());
    }

    /** The clause before or after. */
    record Neighbour(String path, String name) {}

    /** A practice, what rests on it and who asks it. */
    record PracticeRow(
            String why, List<LawRows.ValueRow> values, List<TopicLinks.TopicLink> topics) {
        public Source.Practice source() {
            return new Source.Practice(why);
        }
    }
}
