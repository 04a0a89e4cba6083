package io.sightline.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BatchCallersTest {
  private static final int SIDE = EchoModel.SIDE;
  private static final int FLOATS = 3 * SIDE * SIDE;
  private static final long NEVER = TimeUnit.HOURS.toNanos(1);
  private static final long SECONDS = 30;

  private final AtomicInteger made = new AtomicInteger();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private Network network;
  private InputSpec spec;

  @BeforeEach
  void open() {
    load(SIDE);
  }

  /** A negative side is left open, and with it the sizes of the outputs. */
  private void load(long side) {
    network =
        Network.open(new Weights.InMemory(BatchedModel.onnx(side)), BatchedModel.settings(1, 0));
    spec = InputSpec.of(network.input(), network.metadata(), BatchedModel.config());
  }

  @AfterEach
  void end() {
    threads.shutdownNow();
    network.close();
  }

  private BatchCallers callers(int most, long delayNanos, int runs) {
    return new BatchCallers("m", network, spec, most, delayNanos, runs, this::slot);
  }

  private CallSlot slot(NetworkCall call) {
    made.incrementAndGet();
    return new CallSlot(call, spec, Layout.scores(Task.CLASSIFICATION, 2));
  }

  private static float[] picture(int seed) {
    Random random = new Random(seed);
    float[] picture = new float[FLOATS];
    for (int i = 0; i < FLOATS; i++) {
      picture[i] = random.nextFloat();
    }
    return picture;
  }

  private static float[] answer(NetworkCall call) {
    FloatBuffer values = call.outputs().get(0).values();
    float[] answer = new float[call.outputs().get(0).spec().elements()];
    values.get(0, answer);
    return answer;
  }

  /** What the network says of a picture by itself. */
  private float[] alone(int seed) throws Exception {
    try (SingleCall call = new SingleCall(network, spec)) {
      call.input().put(0, picture(seed));
      call.run();
      return answer(call);
    }
  }

  /** Takes a row, fills it, runs, reads. */
  private float[] call(BatchCallers callers, int seed) throws Exception {
    CallSlot slot = callers.take();
    try {
      slot.call().input().put(0, picture(seed));
      slot.run();
      return answer(slot.call());
    } finally {
      callers.give(slot);
    }
  }

  private Future<float[]> later(BatchCallers callers, int seed) {
    return threads.submit(() -> call(callers, seed));
  }

  private static <T> T get(Future<T> future) throws Exception {
    return future.get(SECONDS, TimeUnit.SECONDS);
  }

  @ParameterizedTest
  @ValueSource(longs = {SIDE, -2})
  @DisplayName("N-17: a full batch runs at once, and each gets what it would get alone")
  void givesEachItsOwnAnswer(long side) throws Exception {
    load(side);
    assertTrue(network.takesBatches(spec));
    assertEquals(side > 0, network.isStatic());
    try (BatchCallers callers = callers(4, NEVER, 1)) {
      for (int round = 0; round < 3; round++) {
        int first = 4 * round;
        List<Future<float[]>> calls =
            IntStream.range(first, first + 4).mapToObj(seed -> later(callers, seed)).toList();
        for (int i = 0; i < 4; i++) {
          assertArrayEquals(alone(first + i), get(calls.get(i)), 1e-4f);
        }
      }
    }
    assertEquals(4, made.get());
  }

  @Test
  @DisplayName("N-17: nobody waits longer than the delay for others")
  void runsWithoutOthersAfterTheDelay() throws Exception {
    try (BatchCallers callers = callers(4, 1, 1)) {
      assertArrayEquals(alone(1), call(callers, 1), 1e-4f);
      assertArrayEquals(alone(2), call(callers, 2), 1e-4f);
    }
  }

  @Test
  @DisplayName("N-17: many callers on batches of all sizes never see each other's rows")
  void holdsUnderLoad() throws Exception {
    try (BatchCallers callers = callers(3, 50_000, 2)) {
      List<Future<?>> all = new ArrayList<>();
      for (int t = 0; t < 8; t++) {
        int seed = t;
        float[] expected = alone(seed);
        Callable<Void> work =
            () -> {
              for (int i = 0; i < 300; i++) {
                assertArrayEquals(expected, call(callers, seed), 1e-4f);
              }
              return null;
            };
        all.add(threads.submit(work));
      }
      for (Future<?> one : all) {
        get(one);
      }
    }
    assertTrue(made.get() <= 3 * (2 + 2), () -> made + " rows");
  }

  @Test
  @DisplayName("N-17: those who wait for memory are served in order of arrival")
  void servesInOrderOfArrival() throws Exception {
    BatchCallers callers = callers(2, NEVER, 1);
    List<CallSlot> held = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      held.add(callers.take());
    }
    List<Future<CallSlot>> waiting = new ArrayList<>();
    List<Thread> waiters = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      waiting.add(threads.submit(noting(waiters, callers::take)));
      awaitParked(waiters, i);
    }
    CallSlot second = held.get(1);
    Future<?> other = threads.submit(() -> runAndGive(callers, second));
    runAndGive(callers, held.get(0));
    get(other);
    CallSlot first = get(waiting.get(0));
    CallSlot next = get(waiting.get(1));
    assertFalse(waiting.get(2).isDone());
    assertEquals(0, ((BatchRow) first.call()).row());
    assertEquals(1, ((BatchRow) next.call()).row());
    for (int leader : new int[] {2, 4}) {
      callers.give(held.get(leader + 1));
      callers.give(held.get(leader));
    }
    callers.give(next);
    callers.give(first);
    callers.give(get(waiting.get(2)));
    callers.close();
  }

  private static <T> Callable<T> noting(List<Thread> threads, Callable<T> work) {
    return () -> {
      synchronized (threads) {
        threads.add(Thread.currentThread());
      }
      return work.call();
    };
  }

  private static void awaitParked(List<Thread> threads, int index) throws InterruptedException {
    while (true) {
      synchronized (threads) {
        if (threads.size() > index && threads.get(index).getState() == Thread.State.WAITING) {
          return;
        }
      }
      Thread.sleep(1);
    }
  }

  private static void runAndGive(BatchCallers callers, CallSlot slot) {
    try {
      slot.run();
    } catch (ai.onnxruntime.OrtException e) {
      throw new IllegalStateException(e);
    } finally {
      callers.give(slot);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  @DisplayName("N-17: a caller that fails before the run takes nobody with it")
  void goesOnWithoutARowThatIsNotFilled(int failing) throws Exception {
    try (BatchCallers callers = callers(2, NEVER, 1)) {
      CallSlot[] slots = {callers.take(), callers.take()};
      CallSlot good = slots[1 - failing];
      good.call().input().put(0, picture(5));
      Future<float[]> answer =
          threads.submit(
              () -> {
                good.run();
                float[] own = answer(good.call());
                callers.give(good);
                return own;
              });
      callers.give(slots[failing]);
      assertArrayEquals(alone(5), get(answer), 1e-4f);
      callers.give(callers.take());
    }
  }

  @Test
  @DisplayName("N-17: a failed run is an error to each that took part, and the next one works")
  void tellsEachOfAFailure() throws Exception {
    try (BatchCallers callers = callers(3, NEVER, 1)) {
      List<CallSlot> slots = List.of(callers.take(), callers.take(), callers.take());
      network.close();
      List<Future<float[]>> calls = new ArrayList<>();
      for (CallSlot slot : slots) {
        calls.add(
            threads.submit(
                () -> {
                  try {
                    slot.run();
                    return null;
                  } finally {
                    callers.give(slot);
                  }
                }));
      }
      for (Future<float[]> call : calls) {
        ExecutionException e = assertThrows(ExecutionException.class, () -> get(call));
        assertTrue(e.getCause() instanceof ModelException, e::toString);
        assertTrue(e.getCause().getMessage().contains("model 'm'"), e::toString);
      }
    }
  }

  @Test
  @DisplayName("N-17: who is interrupted leaves, the others get their answers")
  void letsAnInterruptedCallerGo() throws Exception {
    try (BatchCallers callers = callers(3, NEVER, 1)) {
      CallSlot leading = callers.take();
      List<Thread> waiters = new ArrayList<>();
      CountDownLatch left = new CountDownLatch(1);
      threads.submit(
          noting(
              waiters,
              () -> {
                assertThrows(ModelException.class, () -> call(callers, 2));
                assertTrue(Thread.interrupted());
                left.countDown();
                return null;
              }));
      awaitParked(waiters, 0);
      waiters.get(0).interrupt();
      assertTrue(left.await(SECONDS, TimeUnit.SECONDS));
      Future<float[]> third = later(callers, 3);
      leading.call().input().put(0, picture(1));
      leading.run();
      assertArrayEquals(alone(1), answer(leading.call()), 1e-4f);
      assertArrayEquals(alone(3), get(third), 1e-4f);
      callers.give(leading);
    }
  }

  @Test
  @DisplayName("N-17: an interrupted leader runs what others wait for, and stays interrupted")
  void leadsToTheEnd() throws Exception {
    try (BatchCallers callers = callers(3, NEVER, 1)) {
      CallSlot leading = callers.take();
      CallSlot following = callers.take();
      following.call().input().put(0, picture(7));
      Future<float[]> answer =
          threads.submit(
              () -> {
                following.run();
                float[] own = answer(following.call());
                callers.give(following);
                return own;
              });
      Thread.currentThread().interrupt();
      leading.call().input().put(0, picture(6));
      leading.run();
      assertTrue(Thread.interrupted());
      assertArrayEquals(alone(6), answer(leading.call()), 1e-4f);
      callers.give(leading);
      assertArrayEquals(alone(7), get(answer), 1e-4f);
    }
  }

  @Test
  @DisplayName("N-9: closing in mid-batch waits for its answers and refuses what comes after")
  void closesInMidBatch() throws Exception {
    BatchCallers callers = callers(3, NEVER, 1);
    CallSlot mine = callers.take();
    Future<float[]> other = later(callers, 2);
    List<Thread> closers = new ArrayList<>();
    Future<Void> closing =
        threads.submit(
            noting(
                closers,
                () -> {
                  callers.close();
                  return null;
                }));
    awaitParked(closers, 0);
    assertThrows(ModelClosedException.class, callers::take);
    assertFalse(closing.isDone());
    mine.call().input().put(0, picture(1));
    mine.run();
    assertArrayEquals(alone(1), answer(mine.call()), 1e-4f);
    try {
      assertArrayEquals(alone(2), get(other), 1e-4f);
    } catch (ExecutionException e) {
      assertTrue(e.getCause() instanceof ModelClosedException, e::toString);
    }
    callers.give(mine);
    get(closing);
    callers.close();
  }

  @Test
  void knowsWhichNetworksTakeBatches() {
    try (Network fixed =
        Network.open(new Weights.InMemory(BatchedModel.fixed()), BatchedModel.settings(1, 0))) {
      assertFalse(fixed.takesBatches(spec));
    }
    Map<String, String> none = Map.of();
    byte[] gathers = TinyOnnx.reshape(TinyOnnx.FLOAT, List.of(-1L, 3L, 16L, 16L), 6, none);
    try (Network joins = Network.open(new Weights.InMemory(gathers), BatchedModel.settings(1, 0))) {
      assertFalse(joins.takesBatches(spec), "all pictures come out as one");
    }
  }
}
