package cn.jiping.demo;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.account.DemoAccounts;
import cn.jiping.account.DemoBodies;
import cn.jiping.browser.Browser;
import cn.jiping.browser.Screen;
import cn.jiping.browser.SignedIn;
import cn.jiping.browser.Visitor;
import cn.jiping.clock.BusinessClock;
import cn.jiping.registration.ApplicationStatus;
import cn.jiping.registration.ApplicationView;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Role;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;

/** 拍图的考季: one small season that goes on chapter by chapter, and whoever is photographed in it. */
@SuppressWarnings("NullAway.Init") // filled before all tests
abstract class PicturedSeason {
    static final DivisionCode HANGZHOU = new DivisionCode("330100");
    static final DivisionCode WENZHOU = new DivisionCode("330300");

    @RegisterExtension final Browser browser = new Browser();
    final Album album = new Album();
    @Autowired ConfigurableApplicationContext context;
    @Autowired Script script;
    @Autowired SeasonStore store;
    @Autowired Cast cast;
    @Autowired TheSession session;
    @Autowired Registering registering;
    @Autowired BusinessClock business;
    @Autowired Clock clock;
    @Autowired DemoAccounts accounts;
    @Autowired DemoBodies bodies;
    private SignedIn people;

    @BeforeAll
    void everybodyIsThere() {
        people = new SignedIn(context);
        accounts.open(bodies.list());
    }

    Visitor office(Role role) {
        return office(role, Screen.DESK);
    }

    Visitor office(Role role, Screen screen) {
        return people.as(role, browser.visitor(screen));
    }

    Visitor candidate(Player player) {
        var visitor = browser.visitor(Screen.PHONE);
        SignedIn.byCode(player.phone(), visitor);
        visitor.isAt("/my");
        return visitor;
    }

    static Visitor show(Visitor visitor, String path) {
        assertThat(visitor.page().navigate(path)).isNotNull();
        return visitor;
    }

    String exams(String rest) {
        return "/authority/exams/" + session.id() + rest;
    }

    Player one(Fate fate) {
        return cast.with(fate).stream()
                .filter(player -> player.city().equals(HANGZHOU))
                .findFirst()
                .orElseThrow();
    }

    /** One of those who sit on another day. */
    Player inWenzhou() {
        return cast.with(Fate.PASSES).stream()
                .filter(player -> player.city().equals(WENZHOU))
                .findFirst()
                .orElseThrow();
    }

    Player anyone(ApplicationStatus status) {
        return cast.players().stream()
                .filter(player -> player.city().equals(HANGZHOU) && player.fate().appliesInTime())
                .filter(player ->
                        registering.own(player).filter(own -> own.status() == status).isPresent())
                .findFirst()
                .orElseThrow();
    }

    ApplicationView own(Player player) {
        return registering.own(player).orElseThrow();
    }

    static Instant at(String time) {
        return LocalDateTime.parse(time).atZone(BusinessClock.ZONE).toInstant();
    }

    /** Everything up to the end of the chapter that was not played yet; the first is on stage. */
    void playUntil(String name) {
        play(name);
        session.turnTo(Season.AUTUMN);
    }

    private void play(String name) {
        var finished = store.loadFinished();
        for (var chapter : script.chapters()) {
            if (!finished.contains(chapter.name()) && chapter.wanted().getAsBoolean()) {
                var at = chapter.at().atZone(BusinessClock.ZONE).toInstant();
                if (business.now().isBefore(at)) {
                    business.moveTo(at);
                }
                chapter.play().run();
                store.finish(chapter.name(), clock.instant());
            }
            if (chapter.name().equals(name)) {
                return;
            }
        }
    }
}
