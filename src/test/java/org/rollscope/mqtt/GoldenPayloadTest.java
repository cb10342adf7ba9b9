package org.rollscope.mqtt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rollscope.athlete.BodyPlace;
import org.rollscope.athlete.CeilingSource;
import org.rollscope.athlete.Muscle;
import org.rollscope.athlete.PressureBand;
import org.rollscope.athlete.Side;
import org.rollscope.detect.Activity;
import org.rollscope.detect.Figures;
import org.rollscope.detect.PressureEvidence;
import org.rollscope.detect.RollerEvent;
import org.rollscope.frame.BoardHello;
import org.rollscope.frame.LinkCounters;
import org.rollscope.frame.Quality;
import org.rollscope.programme.plan.Dose;
import org.rollscope.programme.plan.HoldPreset;
import org.rollscope.programme.plan.Intensity;
import org.rollscope.programme.plan.Manner;
import org.rollscope.programme.plan.Prescription;
import org.rollscope.programme.plan.RollContext;
import org.rollscope.programme.plan.Tool;
import org.rollscope.programme.plan.WorkType;
import org.rollscope.programme.routine.PlaceOutcome;
import org.rollscope.programme.routine.Prompt;
import org.rollscope.programme.routine.RoutineState;
import org.rollscope.session.Advice;
import org.rollscope.session.FramePoint;
import org.rollscope.session.LiveMetrics;
import org.rollscope.session.PadPressures;
import org.rollscope.session.SessionRecord;
import org.rollscope.session.SessionSummary;
import org.rollscope.telemetry.MetricsMessage;

/** What travels, letter by letter: other programs depend on it. */
class GoldenPayloadTest {
    private static final Instant SENT_AT = Instant.parse("2026-11-21T08:00:00.250Z");
    private static final PressureBand BAND = new PressureBand(20, 51, 60, CeilingSource.RAMP_TEST);
    private static final PressureEvidence EVIDENCE = new PressureEvidence(42.125, 96.5, 60, 0.98765);
    private static final BoardHello HELLO = new BoardHello(
            1, 0x00a1b2c3d4e5f607L, "1.2.3", 1, 1, 100, 12, 3300, 156.9064, 34.906585, 3120, 0, Double.NaN, new int[] {
                0, 65, 130
            });

    private final MetricsCodec codec = new MetricsCodec();

    @Test
    void status() {
        assertPayload("""
                {"schema":"rollscope.status/1","seq":7,"service_start_id":"a1","device_time_us":null,\
                "sent_at":"2026-11-21T08:00:00.250Z","state":"online"}""", new MetricsMessage.Status(true));
    }

    @Test
    void live() {
        PadPressures pads = PadPressures.of(new double[] {0, 12.346, 101, Double.NaN});
        LiveMetrics metrics = new LiveMetrics(
                123_456_789,
                Activity.HOLD,
                243.16789,
                48.25,
                121.5,
                4700,
                -0.3149,
                23_456,
                false,
                0.1234,
                BAND,
                Advice.KEEP_HOLDING,
                0.0652,
                Quality.PAD_SATURATED_FLAGS | Quality.AFTER_GAP_FLAGS,
                pads);
        assertPayload("""
                {"schema":"rollscope.live/1","seq":7,"service_start_id":"a1","device_time_us":123456789,\
                "sent_at":"2026-11-21T08:00:00.250Z","state":"hold","total_force_n":243.17,"mean_pressure_kpa":48.25,\
                "peak_pressure_kpa":121.5,"contact_area_mm2":4700,"speed_mm_per_s":-0.31,"hold_ms":23456,\
                "overpressure":false,"guarding_score_ratio":0.1234,"floor_kpa":20,"amber_kpa":51,"ceiling_kpa":60,"ceiling_source":"ramp_test",\
                "advice":"keep_holding","pressure_error_ratio":0.0652,"quality":["pad_saturated","after_gap"],\
                "pad_pressure_kpa":[0,12.35,101,null]}""", new MetricsMessage.Live(metrics));
    }

    @Test
    void openEvent() {
        assertPayload(
                """
                {"schema":"rollscope.event/1","seq":7,"service_start_id":"a1","device_time_us":9000000,\
                "sent_at":"2026-11-21T08:00:00.250Z","event_id":"s1-4","phase":"open","session_id":"s1","type":"hold",\
                "start_ms":4000.125,"end_ms":null,"declared_ms":7010,"mean_pressure_kpa":42.13,"peak_pressure_kpa":96.5,\
                "ceiling_kpa":60,"confidence_ratio":0.9877}""",
                new MetricsMessage.Event(
                        "s1-4", "s1", 9_000_000, new RollerEvent.HoldStarted(4_000_125, 7_010_000, EVIDENCE)));
    }

    @Test
    void stroke() {
        assertPayload(
                """
                {"schema":"rollscope.event/1","seq":7,"service_start_id":"a1","device_time_us":9000000,\
                "sent_at":"2026-11-21T08:00:00.250Z","event_id":"s1-5","phase":"point","session_id":"s1","type":"stroke",\
                "start_ms":4000,"end_ms":6500.5,"declared_ms":6600,"mean_pressure_kpa":42.13,"peak_pressure_kpa":96.5,\
                "ceiling_kpa":60,"confidence_ratio":0.9877,"stroke_length_mm":-182.4}""",
                new MetricsMessage.Event(
                        "s1-5",
                        "s1",
                        9_000_000,
                        new RollerEvent.StrokeCompleted(4_000_000, 6_500_500, 6_600_000, EVIDENCE, -182.4)));
    }

    @Test
    void device() {
        assertPayload("""
                {"schema":"rollscope.device/1","seq":7,"service_start_id":"a1","device_time_us":null,\
                "sent_at":"2026-11-21T08:00:00.250Z","roller_id":"demo","board_serial":"00a1b2c3d4e5f607",\
                "firmware_version":"1.2.3","clock":"board","protocol_version":1,"reset_cause_flags":1,"geometry":{"geometry_id":1,\
                "pad_count":3,"name":"reference","row_count":4,"column_count":12,"tile_width_mm":34,"tile_length_mm":30,\
                "radius_mm":65},"rate_hz":100,"adc_bits":12,"adc_full_scale_mv":3300,"accel_full_scale_m_per_s2":156.9064,\
                "gyro_full_scale_rad_per_s":34.906585,"imu_offset_us":3120,"battery_mv":null,"temperature_deg_c":null,\
                "scan_offset_us":[0,65,130],"calibration_id":"cal-1","software_version":"0.1.0"}""", new MetricsMessage.Device(HELLO, "cal-1", "0.1.0"));
    }

    @Test
    void nobodyIsGuided() {
        assertPayload("""
                {"schema":"rollscope.routine/1","seq":7,"service_start_id":"a1","device_time_us":null,\
                "sent_at":"2026-11-21T08:00:00.250Z","running":false}""", new MetricsMessage.Routine(null));
    }

    @Test
    void routine() {
        PlaceOutcome behind = new PlaceOutcome(
                new BodyPlace(Muscle.CALF, Side.LEFT), PlaceOutcome.Ending.DONE, 2, 2, 1, 64_100, 171.204, 0);
        RoutineState state = new RoutineState(
                Prompt.HOLD,
                new BodyPlace(Muscle.CALF, Side.RIGHT),
                Tool.ROLLER,
                1,
                8,
                1,
                2,
                17_200,
                30_000,
                0,
                812_800,
                126.5,
                List.of(behind));
        assertPayload("""
                {"schema":"rollscope.routine/1","seq":7,"service_start_id":"a1","device_time_us":null,\
                "sent_at":"2026-11-21T08:00:00.250Z","running":true,"athlete_id":"anna-1","prompt":"hold","muscle":"calf",\
                "side":"right","tool":"roller","place_index":1,"place_count":8,"spot_count":1,"planned_spot_count":2,"hold_ms":17200,\
                "target_ms":30000,"rest_ms":0,"left_ms":812800,"covered_mm":126.5,"places":[{"muscle":"calf","side":"left",\
                "ending":"done","spot_count":2,"planned_spot_count":2,"release_count":1,"held_ms":64100,"covered_mm":171.2,\
                "guarding_count":0}]}""", new MetricsMessage.Routine(new MetricsMessage.Routine.Guided("anna-1", state)));
    }

    @Test
    void noPlanIsSeen() {
        assertPayload("""
                {"schema":"rollscope.plan-told/1","seq":7,"service_start_id":"a1","device_time_us":null,\
                "sent_at":"2026-11-21T08:00:00.250Z","shared":false}""", new MetricsMessage.Planned(null));
    }

    @Test
    void plan() {
        Prescription calf = new Prescription(
                Muscle.CALF,
                Side.LEFT,
                HoldPreset.USUAL,
                new Dose(3, 40_000, 2),
                new Intensity(0.5, 0.693),
                new Manner(WorkType.GENERAL, Tool.ROLLER, RollContext.POST_WORKOUT),
                "2026-11-01");
        assertPayload(
                """
                {"schema":"rollscope.plan-told/1","seq":7,"service_start_id":"a1","device_time_us":null,\
                "sent_at":"2026-11-21T08:00:00.250Z","shared":true,"athlete_id":"anna-1","version":5,"based_on_version":4,\
                "date":"2026-11-20","by":"kim","sha256":"ab","prescriptions":[{"muscle":"calf","side":"left","preset":"usual",\
                "sessions_per_week_count":3,"hold_ms":40000,"spot_count":2,"floor_ratio":0.5,"ceiling_ratio":0.693,\
                "type":"general","tool":"roller","context":"post_workout","since_date":"2026-11-01"}]}""",
                new MetricsMessage.Planned(new MetricsMessage.Planned.Shared(
                        "anna-1", new MetricsMessage.Planned.Origin(5, 4, "2026-11-20", "kim"), "ab", List.of(calf))));
    }

    @Test
    void noSession() {
        assertPayload("""
                {"schema":"rollscope.session/1","seq":7,"service_start_id":"a1","device_time_us":null,\
                "sent_at":"2026-11-21T08:00:00.250Z","running":false}""", new MetricsMessage.Session(null));
    }

    @Test
    void session() {
        SessionRecord running = new SessionRecord(
                "s1",
                Instant.parse("2026-11-21T07:59:00Z"),
                "demo",
                "athlete-1",
                Muscle.CALF,
                Side.LEFT,
                BAND,
                HELLO,
                "cal-1",
                "0.1.0",
                "f00d");
        assertPayload("""
                {"schema":"rollscope.session/1","seq":7,"service_start_id":"a1","device_time_us":null,\
                "sent_at":"2026-11-21T08:00:00.250Z","running":true,"session_id":"s1","started_at":"2026-11-21T07:59:00Z",\
                "roller_id":"demo","athlete_id":"athlete-1","muscle":"calf","side":"left","floor_kpa":20,"amber_kpa":51,\
                "ceiling_kpa":60,"ceiling_source":"ramp_test","device":{"board_serial":"00a1b2c3d4e5f607",\
                "firmware_version":"1.2.3","clock":"board","protocol_version":1,"reset_cause_flags":1,"geometry":{"geometry_id":1,\
                "pad_count":3,"name":"reference","row_count":4,"column_count":12,"tile_width_mm":34,"tile_length_mm":30,\
                "radius_mm":65},"rate_hz":100,"adc_bits":12,"adc_full_scale_mv":3300,"accel_full_scale_m_per_s2":156.9064,\
                "gyro_full_scale_rad_per_s":34.906585,"imu_offset_us":3120,"battery_mv":null,"temperature_deg_c":null,\
                "scan_offset_us":[0,65,130]},"calibration_id":"cal-1","software_version":"0.1.0","settings_hash":"f00d"}""", new MetricsMessage.Session(running));
    }

    @Test
    void summary() {
        assertPayload(
                """
                {"schema":"rollscope.summary/1","seq":7,"service_start_id":"a1","device_time_us":null,\
                "sent_at":"2026-11-21T08:00:00.250Z","session_id":"s1","started_at":"2026-11-21T07:59:00Z",\
                "link":{"frame_count":6000,"lost_frame_count":3,"rejected_frame_count":1,"reset_count":0,\
                "received_bytes":800000},"summary":{"duration_ms":60000,"contact_ms":50000,"hold_ms":30000,"roll_ms":15000,\
                "in_band_ms":41000,"over_ceiling_ms":900,"hold_count":2,"stroke_count":11,"overpressure_count":1,\
                "mean_pressure_kpa":43.21,"peak_pressure_kpa":131.5,"pressure_time_kpa_s":2160.5,\
                "median_speed_mm_per_s":24,"release_count":3}}""",
                new MetricsMessage.Summary(
                        "s1",
                        Instant.parse("2026-11-21T07:59:00Z"),
                        new LinkCounters(6000, 3, 1, 0, 800_000),
                        new SessionSummary(
                                60_000,
                                50_000,
                                30_000,
                                15_000,
                                41_000,
                                900,
                                2,
                                11,
                                1,
                                43.21,
                                131.5,
                                2160.5,
                                24,
                                Figures.of("release_count", 3))));
    }

    @Test
    void framesShownAsJson() throws Exception {
        FramePoint first = new FramePoint(
                10_000, 1, Activity.ROLLING, 100, 40.5, 80.25, 4000, -12.5, false, PadPressures.of(new float[] {0, 1.5f
                }));
        FramePoint second = new FramePoint(
                20_000, 2, Activity.UNKNOWN, Double.NaN, 40, 80, 4000, 0, true, PadPressures.of(new float[] {2, 0}));
        byte[] payload =
                codec.encode("demo", new MetricsMessage.Frames(List.of(first, second)), new Envelope("a1", 7, SENT_AT));
        assertEquals("""
                {"schema":"rollscope.frames/1","seq":7,"service_start_id":"a1","device_time_us":20000,\
                "sent_at":"2026-11-21T08:00:00.250Z","states":["idle","handling","contact","rolling","hold","unknown"],\
                "columns":{"device_time_us":[10000,20000],"sequence":[1,2],"state":[3,5],"total_force_n":[100,null],\
                "mean_pressure_kpa":[40.5,40],"peak_pressure_kpa":[80.25,80],"contact_area_mm2":[4000,4000],\
                "speed_mm_per_s":[-12.5,0],"overpressure":[false,true],"pad_pressure_kpa":[[0,1.5],[2,0]]}}""", new CBORMapper().readTree(payload).toString());
    }

    private void assertPayload(String expected, MetricsMessage message) {
        byte[] payload = codec.encode("demo", message, new Envelope("a1", 7, SENT_AT));
        assertEquals(expected, new String(payload, StandardCharsets.UTF_8));
    }
}
