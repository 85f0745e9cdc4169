package cn.jiping.person.web;

import cn.jiping.person.PersonQuery;
import cn.jiping.person.PersonView;
import cn.jiping.person.Persons;
import cn.jiping.person.SkillRecords;
import cn.jiping.person.Unmasked;
import cn.jiping.shared.Actor;
import cn.jiping.shared.Door;
import cn.jiping.shared.NotFound;
import cn.jiping.shared.Paging;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Slice;
import cn.jiping.web.Crumb;
import cn.jiping.web.Excel;
import cn.jiping.web.Notice;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Looking people up, and one person with everything known. */
@Controller
class PersonController {
    static final Crumb LIST = new Crumb("/authority/persons", "nav.persons");
    private static final int EXPORTED_AT_ONCE = 200;

    private final Persons persons;
    private final SkillRecords skills;
    private final PersonWords words;

    PersonController(Persons persons, SkillRecords skills, PersonWords words) {
        this.persons = persons;
        this.skills = skills;
        this.words = words;
    }

    /** The start page of whoever looks: an office or the auditor. */
    static Crumb home(Actor actor) {
        var role = actor.role();
        var door = role == null ? Door.AUTHORITY : role.door();
        return new Crumb(door.path(), "door." + door);
    }

    @GetMapping("/authority/persons")
    String list(
            Actor actor,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "name") String sort,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "20") int size,
            Model model) {
        var query = new PersonQuery(name, "", "", sort(sort));
        show(actor, model, persons.search(actor.scope(), query, Paging.within(page, size)), query);
        return "person/list";
    }

    private static PersonQuery.Sort sort(String sort) {
        return sort.equals("newest") ? PersonQuery.Sort.NEWEST : PersonQuery.Sort.NAME;
    }

    private static void show(
            Actor actor, Model model, Slice<PersonView.Summary> slice, PersonQuery query) {
        model.addAttribute("slice", slice);
        model.addAttribute("name", query.name());
        model.addAttribute("sort", query.sort() == PersonQuery.Sort.NEWEST ? "newest" : "name");
        model.addAttribute("wide", true);
        model.addAttribute("crumbs", List.of(home(actor), LIST));
    }

    /** Numbers come in the body: they must not lie in addresses and logs. */
    @PostMapping("/authority/persons/find")
    String find(
            Actor actor,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String phone,
            Model model,
            RedirectAttributes redirect) {
        var query = new PersonQuery("", number, phone, PersonQuery.Sort.NAME);
        if (query.number().isEmpty() && query.phone().isEmpty()) {
            return "redirect:/authority/persons";
        }
        var found = persons.search(actor.scope(), query, Paging.within(1, EXPORTED_AT_ONCE));
        if (found.total() == 1) {
            return "redirect:/authority/persons/" + found.rows().getFirst().id();
        }
        if (found.total() == 0) {
            redirect.addFlashAttribute("notice", Notice.info("page.person.none-found"));
            return "redirect:/authority/persons";
        }
        show(actor, model, found, query);
        return "person/list";
    }

    @GetMapping("/authority/persons/export")
    void export(
            Actor actor,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "name") String sort,
            HttpServletResponse response)
            throws IOException {
        var query = new PersonQuery(name, "", "", sort(sort));
        Excel.send(
                response,
                "人员",
                List.of("姓名", "性别", "出生日期", "证件号码（脱敏）", "登记日期"),
                rows(actor, query));
    }

    private Iterator<List<@Nullable Object>> rows(Actor actor, PersonQuery query) {
        return Stream.iterate(
                        page(actor, query, 1),
                        slice -> !slice.rows().isEmpty(),
                        slice -> page(actor, query, slice.paging().page() + 1))
                .flatMap(slice -> slice.rows().stream())
                .map(this::cells)
                .iterator();
    }

    private Slice<PersonView.Summary> page(Actor actor, PersonQuery query, int page) {
        return persons.search(actor.scope(), query, new Paging(page, EXPORTED_AT_ONCE));
    }

    private List<@Nullable Object> cells(PersonView.Summary person) {
        var sex = person.sex();
        return Arrays.asList(
                person.name(),
                sex == null ? null : words.sex(sex),
                person.bornOn(),
                person.document(),
                words.day(person.registeredAt()));
    }

    @GetMapping("/authority/persons/{id}")
    String person(Actor actor, @PathVariable UUID id, Model model) {
        return show(actor, id, null, model);
    }

    @PostMapping("/authority/persons/{id}/unmask")
    String unmask(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            HttpServletResponse response,
            Model model) {
        response.setHeader("Cache-Control", "no-store");
        return show(actor, id, persons.unmask(actor, new PersonId(id), reason), model);
    }

    private String show(Actor actor, UUID id, @Nullable Unmasked unmasked, Model model) {
        var view = require(actor, id);
        model.addAttribute("view", view);
        model.addAttribute("unmasked", unmasked);
        model.addAttribute("dealings", view.dealings().stream().map(words::dealing).toList());
        model.addAttribute("skills", skills.history(view.id()).stream().map(words::skill).toList());
        model.addAttribute(
                "crumbs",
                List.of(
                        home(actor),
                        LIST,
                        Crumb.named("/authority/persons/" + view.id(), words.called(view))));
        return "person/person";
    }

    private PersonView require(Actor actor, UUID id) {
        return persons.find(actor.scope(), new PersonId(id))
                .orElseThrow(() -> new NotFound("person", id));
    }

    @GetMapping("/authority/persons/{id}/erase")
    String askErasure(Actor actor, @PathVariable UUID id, Model model) {
        var view = require(actor, id);
        model.addAttribute("view", view);
        model.addAttribute(
                "crumbs",
                List.of(
                        home(actor),
                        LIST,
                        Crumb.named("/authority/persons/" + view.id(), words.called(view)),
                        new Crumb(
                                "/authority/persons/" + view.id() + "/erase",
                                "page.person.erase")));
        return "person/erase";
    }

    @PostMapping("/authority/persons/{id}/erase")
    String erase(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect) {
        persons.erase(actor, new PersonId(id), reason);
        redirect.addFlashAttribute("notice", Notice.ok("page.person.erased"));
        return "redirect:/authority/persons";
    }
}
