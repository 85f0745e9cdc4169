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
    /** Of reviews r with their {@link #GROUNDS}, for {@link #readFrom}. */
    static final String COLUMNS =
            """
            r.number as review_number, r.stage as review_stage, r.outcome as review_outcome,
            r.note as review_note, r.at as review_at, r.by as review_by,
            r.account as review_account, r.person as review_person, g.fault as ground_fault,
            g.material as ground_material, g.source_document as ground_source_document,
            g.source_clause as ground_source_clause, g.source_practice as ground_source_practice
            """;

    static final String GROUNDS =
            """
            left join registration.review_ground g
              on (g.session_id = r.session_id and g.application_id = r.application_id
                  and g.number = r.number)
            """;

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

    /** What was decided of an application that is held, as it was when the hold was given. */
    List<Review> load(SessionId session, ApplicationId application) {
        return jdbc.sql(
                        "select "
                                + COLUMNS
                                + " from registration.review r "
                                + GROUNDS
                                + """
                                where r.session_id = :session and r.application_id = :application
                                order by r.number, g.place
                                """)
                .param("session", session.value())
                .param("application", application.value())
                .query(rows -> rows.next() ? readFrom(rows) : List.<Review>of());
    }

    /**
     * Reads on from the row the cursor stands at; every row is a ground, or a review without one.
     */
    static List<Review> readFrom(ResultSet rows) throws SQLException {
        var found = new LinkedHashMap<Integer, Review>();
        var grounds = new HashMap<Integer, List<Ground>>();
        do {
            var number = rows.getInt("review_number");
            if (!rows.wasNull()) {
                var own = grounds.computeIfAbsent(number, _ -> new ArrayList<>());
                if (rows.getString("ground_fault") != null) {
                    own.add(ground(rows));
                }
                found.put(number, review(rows, own));
            }
        } while (rows.next());
        return List.copyOf(found.values());
    }

    private static Review review(ResultSet row, List<Ground> grounds) throws SQLException {
        return new Review(
                ReviewStage.valueOf(row.getString("review_stage")),
                Review.Outcome.valueOf(row.getString("review_outcome")),
                grounds,
                row.getString("review_note"),
                Signatures.signature(row, "review_"));
    }

    private static Ground ground(ResultSet row) throws SQLException {
        var material = row.getString("ground_material");
        return new Ground(
                Fault.valueOf(Columns.text(row, "ground_fault")),
                material == null ? null : Material.valueOf(material),
                SourceColumns.source(row, "ground_"));
    }
}
