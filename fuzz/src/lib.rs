//! What the targets share: what is expected of every input, and how long it may take.

pub mod expected;

use std::time::Duration;

use cpu_time::ThreadTime;

/// Runs something that may take a second of the processor's time: the clock would also
/// count what other programs do on the machine.
pub fn within_a_second(run: impl FnOnce()) {
    let start = ThreadTime::now();
    run();
    let taken = start.elapsed();
    assert!(taken < Duration::from_secs(1), "this took {taken:?}");
}
