package cn.jiping.registration;

import cn.jiping.database.Columns;
import cn.jiping.database.Signatures;
import cn.jiping.database.SourceColumns;
import cn.jiping.plan.SessionId;
import cn.jiping.registration.Review.Fault;
import cn.jiping.registration.Review.Ground;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was decided of an application; rows are added and never changed. */
@Component
class JdbcReviews {
    private final JdbcClient jdbc;

    JdbcReviews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds what is not written yet. */
    void insert(Application application) {
        var reviews = application.progress().reviews();
        for (var number = application.reviewedBefore() + 1; number <= reviews.size(); number++) {
            insert(application, number, reviews.get(number - 1));
        }
    }

    private void insert(Application application, int number, Review review) {
        var inserted =
                jdbc.sql(
                                """
                                insert into registration.review (session_id, application_id, number,
                                    stage, outcome, note, at, by, account, person)
                                values (:session, :application, :number, :stage, :outcome, :note,
                                    :at, :by, :account, :person)
                                on conflict do nothing
                                """)
                        .param("session", application.opening().session().value())
                        .param("application", application.id().value())
                        .param("number", number)
                        .param("stage", review.stage().name())
                        .param("outcome", review.outcome().name())
                        .param("note", review.note())
                        .params(Signatures.signed(review.by()))
                        .update();
        if (inserted == 1) {
            for (var at = 0; at < review.grounds().size(); at++) {
                insert(application, number, at + 1, review.grounds().get(at));
            }
        }
    }

    private void insert(Application application, int number, int place, Ground ground) {
        var material = ground.material();
        jdbc.sql(
                        """
                        insert into registration.review_ground (session_id, application_id, number,
                            place, fault, material, source_document, source_clause,
                            source_practice)
                        values (:session, :application, :number, :place, :fault, :material,
                            :source_document, :source_clause, :source_practice)
                        """)
                .param("session", application.opening().session().value())
                .param("application", application.id().value())
                .param("number", number)
                .param("place", place)
                .param("fault", ground.fault().name())
                .param("material", material == null ? null : material.name())
                .params(SourceColumns.cited(ground.source()))
                .update();
    }

    List<Review> load(SessionId session, ApplicationId application) {
        var found = new LinkedHashMap<Integer, Review>();
        var grounds = new HashMap<Integer, List<Ground>>();
        jdbc.sql(
                        """
                        select r.*, g.fault, g.material, g.source_document, g.source_clause,
                               g.source_practice
                        from registration.review r
                        left join registration.review_ground g
                          on (g.session_id = r.session_id and g.application_id = r.application_id
                              and g.number = r.number)
                        where r.session_id = :session and r.application_id = :application
                        order by r.number, g.place
                        """)
                .param("session", session.value())
                .param("application", application.value())
                .query(row -> {
                    var number = row.getInt("number");
                    var own = grounds.computeIfAbsent(number, _ -> new ArrayList<>());
                    if (row.getString("fault") != null) {
                        own.add(ground(row));
                    }
                    found.put(number, review(row, own));
                });
        return List.copyOf(found.values());
    }

    private static Review review(ResultSet row, List<Ground> grounds) throws SQLException {
        return new Review(
                ReviewStage.valueOf(row.getString("stage")),
                Review.Outcome.valueOf(row.getString("outcome")),
                grounds,
                row.getString("note"),
                Signatures.signature(row, ""));
    }

    private static Ground ground(ResultSet row) throws SQLException {
        var material = row.getString("material");
        return new Ground(
                Fault.valueOf(Columns.text(row, "fault")),
                material == null ? null : Material.valueOf(material),
                SourceColumns.source(row));
    }
}
