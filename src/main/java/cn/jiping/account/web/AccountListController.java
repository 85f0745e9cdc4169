package cn.jiping.account.web;

import cn.jiping.account.AccountQuery;
import cn.jiping.account.AccountRow;
import cn.jiping.account.AccountState;
import cn.jiping.account.Accounts;
import cn.jiping.account.PlacePicker;
import cn.jiping.clock.BusinessClock;
import cn.jiping.shared.Actor;
import cn.jiping.shared.Paging;
import cn.jiping.shared.Role;
import cn.jiping.web.Crumb;
import cn.jiping.web.Excel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 账号列表: search, filter, order, export. */
@Controller
class AccountListController {
    static final Crumb LIST = new Crumb("/admin/accounts", "nav.accounts");
    private static final int LONGEST = 60;

    private final Accounts accounts;
    private final PlacePicker picker;
    private final ProblemTexts texts;

    AccountListController(Accounts accounts, PlacePicker picker, ProblemTexts texts) {
        this.accounts = accounts;
        this.picker = picker;
        this.texts = texts;
    }

    @GetMapping("/admin/accounts")
    String list(
            Actor actor,
            Model model,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "-created") String sort,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "20") int size) {
        var query = query(q, role, state, place, sort);
        model.addAttribute("slice", accounts.page(actor, query, Paging.within(page, size)));
        model.addAttribute("query", query);
        model.addAttribute("sort", sort);
        model.addAttribute("roles", picker.roles());
        model.addAttribute("states", AccountState.values());
        model.addAttribute("wide", true);
        model.addAttribute("due", accounts.dueForReview(actor).size());
        model.addAttribute("crumbs", List.of(LIST));
        return "account/list";
    }

    private static AccountQuery query(
            String q, String role, String state, String place, String sort) {
        var descending = sort.startsWith("-");
        return new AccountQuery(
                cut(q),
                Arrays.stream(Role.values())
                        .filter(known -> known.name().equals(role))
                        .findAny()
                        .orElse(null),
                Arrays.stream(AccountState.values())
                        .filter(known -> known.name().equals(state))
                        .findAny()
                        .orElse(null),
                place.isBlank() ? null : cut(place),
                order(descending ? sort.substring(1) : sort),
                descending);
    }

    private static String cut(String text) {
        return text.strip().substring(0, Math.min(text.strip().length(), LONGEST));
    }

    private static AccountQuery.Order order(String sort) {
        return switch (sort) {
            case "name" -> AccountQuery.Order.NAME;
            case "username" -> AccountQuery.Order.USER_NAME;
            case "reviewed" -> AccountQuery.Order.REVIEWED;
            default -> AccountQuery.Order.CREATED;
        };
    }

    @GetMapping("/admin/accounts/export")
    void export(
            Actor actor,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "-created") String sort)
            throws IOException {
        Excel.send(
                response,
                texts.text("page.account.list.title"),
                List.of(
                        texts.text("page.account.name"),
                        texts.text("page.account.user-name"),
                        texts.text("page.account.roles"),
                        texts.text("page.account.state"),
                        texts.text("page.account.created"),
                        texts.text("page.account.review-by")),
                to ->
                        accounts.export(
                                actor,
                                query(q, role, state, place, sort),
                                row -> to.accept(cells(row))));
    }

    private List<@Nullable Object> cells(AccountRow row) {
        var cells = new ArrayList<@Nullable Object>();
        cells.add(row.name());
        cells.add(row.userName());
        cells.add(row.roles().stream().map(this::spoken).collect(Collectors.joining("；")));
        cells.add(texts.text("page.account.state." + row.state()));
        cells.add(LocalDate.ofInstant(row.createdAt(), BusinessClock.ZONE));
        cells.add(row.candidate() ? null : accounts.reviewBy(row));
        return cells;
    }

    private String spoken(AccountRow.HeldRole held) {
        return (texts.text("role." + held.role()) + " " + held.place()).strip();
    }
}
