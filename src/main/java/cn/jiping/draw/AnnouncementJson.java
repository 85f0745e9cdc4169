package cn.jiping.draw;

import cn.jiping.draw.DrawAnnouncement.Heading;
import cn.jiping.draw.DrawAnnouncement.Place;
import cn.jiping.draw.DrawAnnouncement.Pool;
import cn.jiping.draw.DrawAnnouncement.Predecessor;
import cn.jiping.draw.DrawAnnouncement.PublicSource;
import cn.jiping.draw.DrawAnnouncement.Seat;
import cn.jiping.draw.DrawAnnouncement.Seats;
import cn.jiping.draw.DrawAnnouncement.Subject;
import cn.jiping.draw.DrawAnnouncement.Times;
import cn.jiping.draw.DrawRules.Grouping;
import cn.jiping.draw.DrawRules.Quota;
import cn.jiping.draw.DrawRules.Spread;
import cn.jiping.shared.BodyId;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Source;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;

/** Writes an announcement into the published record and reads it back. */
final class AnnouncementJson {
    private AnnouncementJson() {}

    static Json.Obj write(Announced announced) {
        var heading = announced.heading();
        var members =
                Json.object()
                        .text("id", announced.id())
                        .text("number", announced.number())
                        .text("announcedAt", announced.at())
                        .text("purpose", heading.purpose())
                        .text("title", heading.title())
                        .put("subject", write(heading.subject()))
                        .text("division", heading.place().division())
                        .text("body", heading.place().body())
                        .put("basis", write(heading.basis()))
                        .flag("namesPublished", heading.namesPublished())
                        .put("times", write(announced.times()))
                        .put("parties", write(announced.seats()))
                        .put("publicValue", write(announced.publicSource()));
        var predecessor = heading.predecessor();
        if (predecessor != null) {
            members.put("predecessor", write(predecessor));
        }
        return withSubstance(members, announced).end();
    }

    private static Json.Members withSubstance(Json.Members members, Announced announced) {
        var rules = write(announced.rules());
        var pool = Json.array(announced.pool().entries(), AnnouncementJson::write);
        var exclusions = Json.array(announced.pool().exclusions(), AnnouncementJson::write);
        return members.put("rules", rules)
                .text("rulesHash", hash(rules))
                .put("pool", pool)
                .text("poolHash", hash(pool))
                .put("exclusions", exclusions)
                .text("exclusionsHash", hash(exclusions));
    }

    /** 摘要: SHA-256 of the canonical text. */
    static String hash(Json json) {
        return Sha256.of(json.canonical());
    }

    private static Json.Obj write(Subject subject) {
        return Json.object().text("type", subject.type()).text("id", subject.id()).end();
    }

    private static Json.Obj write(Predecessor predecessor) {
        return Json.object()
                .text("id", predecessor.draw())
                .text("reason", predecessor.reason())
                .end();
    }

    private static Json.Obj write(Times times) {
        return Json.object()
                .text("commitBy", times.commitBy())
                .text("publicValueFrom", times.publicValueFrom())
                .text("revealBy", times.revealBy())
                .text("openFrom", times.openFrom())
                .end();
    }

    private static Json.Obj write(Seats seats) {
        return Json.object().put("A", write(seats.a())).put("B", write(seats.b())).end();
    }

    private static Json.Obj write(Seat seat) {
        return Json.object().text("kind", seat.sitter()).text("label", seat.label()).end();
    }

    private static Json.Obj write(PublicSource source) {
        return Json.object()
                .text("kind", source.kind())
                .text("what", source.what())
                .text("lookUp", source.lookUp())
                .end();
    }

    private static Json.Obj write(DrawRules rules) {
        var members =
                Json.object()
                        .number("drawn", rules.drawn())
                        .number("alternates", rules.alternates());
        var grouping = rules.grouping();
        if (grouping != null) {
            members.put(
                    "grouping",
                    Json.object()
                            .text("attribute", grouping.attribute())
                            .list("quotas", grouping.quotas(), AnnouncementJson::write)
                            .end());
        }
        var spread = rules.spread();
        if (spread != null) {
            members.put(
                    "spread",
                    Json.object()
                            .text("attribute", spread.attribute())
                            .number("atMostEach", spread.atMostEach())
                            .end());
        }
        return members.end();
    }

    private static Json.Obj write(Quota quota) {
        return Json.object()
                .text("value", quota.value())
                .number("atLeast", quota.atLeast())
                .number("atMost", quota.atMost())
                .end();
    }

    private static Json.Obj write(PoolEntry entry) {
        var attributes = Json.object();
        entry.attributes().forEach(attributes::text);
        return Json.object()
                .text("number", entry.number())
                .number("weight", entry.weight())
                .put("attributes", attributes.end())
                .end();
    }

    private static Json.Obj write(Exclusion exclusion) {
        return Json.object()
                .text("number", exclusion.number())
                .text("reason", exclusion.reason())
                .put("source", write(exclusion.source()))
                .end();
    }

    private static Json.Obj write(Source source) {
        return switch (source) {
            case Source.Clause(var document, var clause) ->
                    Json.object().text("document", document).text("clause", clause).end();
            case Source.Practice(var why) -> Json.object().text("practice", why).end();
        };
    }

    /**
     * @throws MalformedRecord if something is missing or cannot be what it should
     */
    static Announced read(Json.Obj json) {
        try {
            return new Announced(
                    DrawId.of(json.text("id")),
                    json.text("number"),
                    Instant.parse(json.text("announcedAt")),
                    heading(json),
                    times(json.object("times")),
                    seats(json.object("parties")),
                    publicSource(json.object("publicValue")),
                    rules(json.object("rules")),
                    new Pool(
                            json.objects("pool").stream().map(AnnouncementJson::entry).toList(),
                            json.objects("exclusions").stream()
                                    .map(AnnouncementJson::exclusion)
                                    .toList()));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new MalformedRecord("value", String.valueOf(e.getMessage()));
        }
    }

    private static Heading heading(Json.Obj json) {
        var subject = json.object("subject");
        return new Heading(
                json.text("purpose"),
                json.text("title"),
                new Subject(subject.text("type"), subject.text("id")),
                new Place(
                        json.findText("division").map(DivisionCode::new).orElse(null),
                        json.findText("body").map(BodyId::of).orElse(null)),
                source(json.object("basis")),
                json.flag("namesPublished"),
                json.findObject("predecessor").map(AnnouncementJson::predecessor).orElse(null));
    }

    private static Predecessor predecessor(Json.Obj json) {
        return new Predecessor(DrawId.of(json.text("id")), json.text("reason"));
    }

    private static Times times(Json.Obj json) {
        return new Times(
                Instant.parse(json.text("commitBy")),
                Instant.parse(json.text("publicValueFrom")),
                Instant.parse(json.text("revealBy")),
                Instant.parse(json.text("openFrom")));
    }

    private static Seats seats(Json.Obj json) {
        return new Seats(seat(json.object("A")), seat(json.object("B")));
    }

    private static Seat seat(Json.Obj json) {
        return new Seat(Seat.Sitter.valueOf(json.text("kind")), json.text("label"));
    }

    private static PublicSource publicSource(Json.Obj json) {
        return new PublicSource(
                PublicSource.Origin.valueOf(json.text("kind")),
                json.text("what"),
                json.text("lookUp"));
    }

    private static DrawRules rules(Json.Obj json) {
        return new DrawRules(
                json.number("drawn"),
                json.number("alternates"),
                json.findObject("grouping").map(AnnouncementJson::grouping).orElse(null),
                json.findObject("spread").map(AnnouncementJson::spread).orElse(null));
    }

    private static Grouping grouping(Json.Obj json) {
        List<Quota> quotas = json.objects("quotas").stream().map(AnnouncementJson::quota).toList();
        return new Grouping(json.text("attribute"), quotas);
    }

    private static Quota quota(Json.Obj json) {
        return new Quota(
                json.text("value"),
                json.number("atLeast"),
                json.find("atMost").isPresent() ? json.number("atMost") : null);
    }

    private static Spread spread(Json.Obj json) {
        return new Spread(json.text("attribute"), json.number("atMostEach"));
    }

    private static PoolEntry entry(Json.Obj json) {
        var attributes = new HashMap<String, String>();
        var given = json.object("attributes");
        given.members().keySet().forEach(name -> attributes.put(name, given.text(name)));
        return new PoolEntry(json.text("number"), "", json.number("weight"), attributes);
    }

    private static Exclusion exclusion(Json.Obj json) {
        return new Exclusion(
                json.text("number"), "", json.text("reason"), source(json.object("source")));
    }

    private static Source source(Json.Obj json) {
        var practice = json.findText("practice");
        return practice.isPresent()
                ? new Source.Practice(practice.get())
                : new Source.Clause(json.text("document"), json.text("clause"));
    }
}
