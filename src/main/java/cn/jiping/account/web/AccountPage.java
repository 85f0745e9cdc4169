package cn.jiping.account.web;

import cn.jiping.account.Accounts;
import cn.jiping.clock.BusinessClock;
import cn.jiping.shared.AccountId;
import cn.jiping.shared.Actor;
import cn.jiping.web.Crumb;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** 账号页: what the page of one account shows, with what was typed so far. */
@Component
class AccountPage {
    static final String VIEW = "account/account";

    private final Accounts accounts;
    private final GrantChoices choices;
    private final BusinessClock clock;
    private final LinkOnce links;

    AccountPage(Accounts accounts, GrantChoices choices, BusinessClock clock, LinkOnce links) {
        this.accounts = accounts;
        this.choices = choices;
        this.clock = clock;
        this.links = links;
    }

    String show(Actor actor, UUID id, TypedAct typed, Model model) {
        return show(actor, id, GrantForm.startingOn(clock.today()), typed, model);
    }

    String show(Actor actor, UUID id, GrantForm grant, Model model) {
        return show(actor, id, grant, TypedAct.none(), model);
    }

    private String show(Actor actor, UUID id, GrantForm grant, TypedAct typed, Model model) {
        var view = accounts.view(actor, new AccountId(id));
        choices.offer(actor, grant, model);
        model.addAttribute("problems", Problems.none());
        model.addAttribute("account", view);
        model.addAttribute("typed", typed);
        links.open(model);
        model.addAttribute(
                "crumbs",
                List.of(
                        AccountListController.LIST,
                        Crumb.named("/admin/accounts/" + id, view.row().name())));
        return VIEW;
    }
}
