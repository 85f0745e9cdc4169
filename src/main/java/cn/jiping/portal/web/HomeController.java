package cn.jiping.portal.web;

import cn.jiping.account.DemoAccounts;
import cn.jiping.account.DemoAccounts.DemoAccount;
import cn.jiping.shared.Office;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 首页 and the public pages that belong to no module. */
@Controller
class HomeController {
    private final DemoAccounts demoAccounts;

    HomeController(DemoAccounts demoAccounts) {
        this.demoAccounts = demoAccounts;
    }

    @GetMapping("/")
    String home(Model model) {
        model.addAttribute("bleed", true);
        model.addAttribute("demoOffices", demoOffices());
        return "portal/home";
    }

    private List<DemoOffice> demoOffices() {
        var accounts = demoAccounts.list();
        return Arrays.stream(Office.values())
                .map(office -> new DemoOffice(office, of(office, accounts)))
                .filter(office -> !office.accounts().isEmpty())
                .toList();
    }

    private static List<DemoAccount> of(Office office, List<DemoAccount> accounts) {
        return accounts.stream().filter(account -> account.role().office() == office).toList();
    }

    @GetMapping("/accessibility")
    String accessibility() {
        return "portal/accessibility";
    }

    @GetMapping("/privacy")
    String privacy() {
        return "portal/privacy";
    }

    /** The demo accounts of one office. */
    record DemoOffice(Office office, List<DemoAccount> accounts) {}
}
