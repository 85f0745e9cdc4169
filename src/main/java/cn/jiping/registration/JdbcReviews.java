package cn.jiping.registration;

import cn.jiping.database.Columns;
import cn.jiping.database.Signatures;
import cn.jiping.database.SourceColumns;
import cn.jiping.plan.SessionId;
import cn.jiping.registration.Review.Fault;
import cn.jiping.registration.Review.Ground;
import java.sql.ResultSet;
import java.sql.SQLException;
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
        for (var number = 1; number <= reviews.size(); number++) {
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
        return jdbc.sql(
                        """
                        select * from registration.review
                        where session_id = :session and application_id = :application
                        order by number
                        """)
                .param("session", session.value())
                .param("application", application.value())
                .query((row, _) -> review(row, session, application))
                .list();
    }

    private Review review(ResultSet row, SessionId session, ApplicationId application)
            throws SQLException {
        return new Review(
                ReviewStage.valueOf(row.getString("stage")),
                Review.Outcome.valueOf(row.getString("outcome")),
                grounds(session, application, row.getInt("number")),
                row.getString("note"),
                Signatures.signature(row, ""));
    }

    private List<Ground> grounds(SessionId session, ApplicationId application, int number) {
        return jdbc.sql(
                        """
                        select * from registration.review_ground
                        where session_id = :session and application_id = :application
                          and number = :number
                        order by place
                        """)
                .param("session", session.value())
                .param("application", application.value())
                .param("number", number)
                .query((row, _) -> ground(row))
                .list();
    }

    private static Ground ground(ResultSet row) throws SQLException {
        var material = row.getString("material");
        return new Ground(
                Fault.valueOf(Columns.text(row, "fault")),
                material == null ? null : Material.valueOf(material),
                SourceColumns.source(row));
    }
}
