package cn.jiping.person.web;

import cn.jiping.person.ContactKind;
import cn.jiping.person.PersonRefused;
import cn.jiping.person.PersonTexts;
import cn.jiping.person.PersonView;
import cn.jiping.person.Persons;
import cn.jiping.shared.Actor;
import cn.jiping.shared.IdentityDocument;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.NotFound;
import cn.jiping.shared.PersonId;
import cn.jiping.web.Choice;
import cn.jiping.web.Crumb;
import cn.jiping.web.Notice;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Changing what is recorded about a person: new names and documents, and corrections. */
@Controller
class EditController {
    /** Where the form keeps what the facade calls otherwise. */
    private static final Map<String, String> FIELDS =
            Map.of(
                    "name", "value",
                    "phone", "value",
                    "email", "value",
                    "documents", "value",
                    "bornOn", "value",
                    "sex", "value",
                    "proof", "why",
                    "reason", "why");

    private final Persons persons;
    private final PersonTexts texts;
    private final PersonWords words;

    EditController(Persons persons, PersonTexts texts, PersonWords words) {
        this.persons = persons;
        this.texts = texts;
        this.words = words;
    }

    @GetMapping("/authority/persons/{id}/edit/{what}")
    String form(Actor actor, @PathVariable UUID id, @PathVariable String what, Model model) {
        var view = require(actor, id);
        model.addAttribute("form", EditForm.empty(view.version()));
        return show(actor, view, PersonEdit.of(what), model);
    }

    @PostMapping("/authority/persons/{id}/edit/{what}")
    String edit(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable String what,
            @ModelAttribute("form") EditForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        var view = require(actor, id);
        var edit = PersonEdit.of(what);
        if (!done(actor, view, edit, form, errors)) {
            return show(actor, view, edit, model);
        }
        redirect.addFlashAttribute("notice", Notice.ok("page.person.edited"));
        return "redirect:/authority/persons/" + view.id();
    }

    private boolean done(
            Actor actor, PersonView view, PersonEdit edit, EditForm form, Errors errors) {
        try {
            require(edit, form);
            carryOut(actor, view.id(), edit, form);
        } catch (InvalidInput invalid) {
            invalid.faults()
                    .forEach(fault ->
                            errors.rejectValue(
                                    FIELDS.getOrDefault(fault.field(), fault.field()),
                                    "invalid." + fault.code(),
                                    fault.arguments().toArray(),
                                    fault.code()));
        } catch (PersonRefused refused) {
            errors.reject(
                    "refusal." + refused.code(), refused.arguments().toArray(), refused.code());
        }
        return !errors.hasErrors();
    }

    /** Everything the form alone can tell, all at once. */
    private void require(PersonEdit edit, EditForm form) {
        var value = text(form.value());
        var why = text(form.why());
        switch (edit) {
            case RENAME ->
                    InvalidInput.requireAll(
                            () -> texts.requireName(value),
                            () -> day(form),
                            () -> texts.requireProof(why));
            case CORRECT_NAME ->
                    InvalidInput.requireAll(
                            () -> entry(form),
                            () -> texts.requireName(value),
                            () -> texts.requireReason(why));
            case ADD_DOCUMENT ->
                    InvalidInput.requireAll(() -> document(form), () -> texts.requireProof(why));
            case CORRECT_DOCUMENT ->
                    InvalidInput.requireAll(
                            () -> entry(form),
                            () -> document(form),
                            () -> texts.requireReason(why));
            case PHONE, EMAIL -> {
                // one field, checked by the facade
            }
        }
    }

    private void carryOut(Actor actor, PersonId person, PersonEdit edit, EditForm form) {
        var version = form.version();
        var value = text(form.value());
        var why = text(form.why());
        switch (edit) {
            case RENAME -> persons.rename(actor, person, version, value, day(form), why);
            case CORRECT_NAME ->
                    persons.correctName(actor, person, version, entry(form), value, why);
            case ADD_DOCUMENT ->
                    persons.addDocument(
                            actor,
                            person,
                            version,
                            document(form),
                            new PersonView.Term(null, null),
                            why);
            case CORRECT_DOCUMENT ->
                    persons.correctDocument(
                            actor, person, version, entry(form), document(form), why);
            case PHONE -> persons.changeContact(actor, person, version, ContactKind.PHONE, value);
            case EMAIL -> persons.changeContact(actor, person, version, ContactKind.EMAIL, value);
        }
    }

    private static LocalDate day(EditForm form) {
        if (text(form.from()).isEmpty()) {
            throw InvalidInput.of("from", "person.day-missing");
        }
        try {
            var day = LocalDate.parse(text(form.from()));
            new PersonView.Term(day, null);
            return day;
        } catch (DateTimeException | IllegalArgumentException _) {
            throw InvalidInput.of("from", "person.day");
        }
    }

    private static UUID entry(EditForm form) {
        try {
            return UUID.fromString(text(form.entry()));
        } catch (IllegalArgumentException _) {
            throw InvalidInput.of("entry", "person.choice");
        }
    }

    private static IdentityDocument document(EditForm form) {
        var number = text(form.value());
        InvalidInput.requireAll(
                () -> kind(form),
                () -> {
                    if (number.isEmpty()) {
                        throw InvalidInput.of("value", "person.number-missing");
                    }
                });
        try {
            return new IdentityDocument(kind(form), number);
        } catch (IllegalArgumentException _) {
            throw InvalidInput.of("value", "person.document");
        }
    }

    private static IdentityDocument.Kind kind(EditForm form) {
        return Arrays.stream(IdentityDocument.Kind.values())
                .filter(each -> each.name().equals(form.kind()))
                .findAny()
                .orElseThrow(() -> InvalidInput.of("kind", "person.choice"));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    private PersonView require(Actor actor, UUID id) {
        return persons.find(actor.scope(), new PersonId(id))
                .orElseThrow(() -> new NotFound("person", id));
    }

    private String show(Actor actor, PersonView view, PersonEdit edit, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("edit", edit);
        model.addAttribute(
                "names",
                view.names().stream()
                        .filter(n -> n.recorded().correction() == null)
                        .map(n -> new Choice(n.id().toString(), n.name()))
                        .toList());
        model.addAttribute(
                "documents",
                view.documents().stream()
                        .filter(d -> d.recorded().correction() == null)
                        .map(this::choice)
                        .toList());
        model.addAttribute(
                "kinds",
                Arrays.stream(IdentityDocument.Kind.values())
                        .map(kind ->
                                new Choice(kind.name(), words.text("page.person.kind." + kind)))
                        .toList());
        var path = "/authority/persons/" + view.id();
        model.addAttribute(
                "crumbs",
                List.of(
                        PersonController.home(actor),
                        PersonController.LIST,
                        Crumb.named(path, words.called(view)),
                        new Crumb(path + "/edit/" + edit.path(), "page.person.edit." + edit)));
        return "person/edit";
    }

    private Choice choice(PersonView.DocumentEntry entry) {
        return new Choice(
                entry.id().toString(),
                words.text("page.person.kind." + entry.kind()) + " " + entry.masked());
    }
}
