#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""An hour of frames analysed anew with NumPy and SciPy, from a raw binary file: reanalyse.py FRAMES CALIBRATION [OURS [ROUNDS]]

The yardstick of benchmark.sh: whole arrays, no loop over frames. FRAMES has records of 116 bytes, little-endian: time in us (i8),
accelerometer and gyroscope counts (6 x i2), pad counts (48 x u2). OURS has what our analysis makes of each frame (3 x f4: mean
pressure, area, roll angle); the two are then compared, and the time of that does not count.

The same steps: counts to newton and kPa by the calibration's curves; up and roll angle from both motion sensors; limb's and
floor's side; peak, area by the fit of an ellipse, mean pressure; filters, medians and slope; contact, rolling, holds, strokes and
overpressure by their thresholds.

It does less than ours: no watch over pads that are stuck, floating or swapped, no wall, no tremor, no guarding, no search for
releases, no offset learnt at rest, no dwell times of holds (openings and closings of the threshold stand for them), no summary.
The fit is one step a frame as ours, but from a fit of every tenth frame in between, because a step from the frame before would be a
loop over frames.
"""
import json
import resource
import sys
import time

import numpy as np
from scipy import ndimage, signal

RATE_HZ = 100
ROWS, COLUMNS, RADIUS, LENGTH, TILE_AREA = 4, 12, 65.0, 30.0, 34.0 * 30.0
SIDE = 2
FULL = 32768
LOBE = np.radians(70)
FRAME = np.dtype([('time', '<i8'), ('motion', '<i2', 6), ('pads', '<u2', 48)])
POINTS, WEIGHTS = np.polynomial.legendre.leggauss(4)
KEY_STEP, KEY_ROUNDS, CHUNK = 10, 6, 8192
SOFT = 1.5 ** 2
LIMB_RADIUS = 80.0
COLUMN = 2 * np.pi * RADIUS / COLUMNS
USUAL_SHAPE = np.log(LIMB_RADIUS / RADIUS) / 2
REST = np.log(1000 / (np.pi * 8 * np.sqrt(RADIUS * LIMB_RADIUS)))
SPREADS = np.array([10, 12, 25, 0.2, 0.10])
NUDGES = np.array([0, 0.05, 0.05, 0.002, 0.002])
LIMITS = np.array([0.7, 10, 10, 0.35, 0.35])


def force_tables(calibration):
    """Newton for each reading of each pad; outside the calibrated range the range's end, and straight to zero below it."""
    full = 1 << calibration['adc_bits']
    counts = np.minimum(np.arange(full) + 0.5, full - 0.5)
    x = np.log(counts / (full - counts))
    tables = np.zeros((len(calibration['pads']), full))
    for index, pad in enumerate(calibration['pads']):
        low, high = pad['lowest_force_n'], pad['highest_force_n']
        curve = np.exp(np.polyval(pad['coefficients'][::-1], x))
        rises = np.append((curve[:-1] >= low) & (np.diff(curve) > 0) & (curve[1:] <= high), False)
        means = np.array([point['mean_counts'] for point in pad['points']])
        middle = int(means[(means >= 1) & (means < full - 1)].mean())
        last = middle + int(np.argmin(rises[middle:]))
        first = middle - int(np.argmin(rises[:middle][::-1]))
        table = np.clip(curve, 0, high)
        table[:first] = table[first] * np.arange(first) / first
        table[last:] = table[last]
        tables[index] = table * calibration['common_gain_ratio']
    return tables


def wrap(angle):
    return angle - 2 * np.pi * np.round(angle / (2 * np.pi))


def roll(accel, gyro):
    """Angle about the axis: gravity below, the gyroscope above a corner with a time constant of 3.7 s."""
    by_gravity = np.unwrap(np.arctan2(accel[:, 1], accel[:, 0]))
    by_rate = np.cumsum(gyro[:, 2]) / RATE_HZ
    slow = signal.butter(2, np.sqrt(2) / 3.7 / (2 * np.pi), fs=RATE_HZ)
    difference = by_gravity + by_rate
    steady = signal.lfilter_zi(*slow) * difference[0]
    up = signal.lfilter(*slow, difference, zi=steady)[0] - by_rate
    return up, up[0] - up


def model(guess, middle):
    """Softened logarithms of the tiles' forces under a paraboloid over an ellipse; 5 x 4 tiles by frames."""
    force, around, along = np.exp(guess[0]), np.exp(guess[3]), np.exp(guess[3] + guess[4])
    out = np.empty((2 * SIDE + 1, ROWS, len(force)))
    edges = (np.arange(ROWS + 1) - ROWS / 2)[:, None] * LENGTH
    edges = (edges - guess[2]) / along
    for side in range(2 * SIDE + 1):
        start = middle + (side - SIDE) * COLUMN - guess[1]
        low = np.maximum(-1, (start - COLUMN / 2) / around)
        high = np.minimum(1, (start + COLUMN / 2) / around)
        half = np.maximum(0, high - low) / 2
        left = 1 - np.square((low + high) / 2 + half * POINTS[:, None])
        reach = np.sqrt(np.maximum(0, left))
        total = np.zeros(edges.shape)
        for point in range(4):
            at = np.clip(edges, -reach[point], reach[point])
            total += WEIGHTS[point] * at * (left[point] - at * at / 3)
        out[side] = np.diff(total, axis=0) * (half * 2 / np.pi * force)
    np.log(out * out + SOFT, out=out)
    out /= 2
    return out.reshape(-1, len(force))


def improve(guess, seen, weight, middle):
    """One step of the Gauss-Newton rule for all frames at once."""
    here = model(guess, middle)
    slopes = np.empty((5,) + here.shape)
    slopes[0] = 1 - SOFT * np.exp(-2 * here)
    for unknown in range(1, 5):
        moved = guess.copy()
        moved[unknown] += NUDGES[unknown]
        slopes[unknown] = (model(moved, middle) - here) / NUDGES[unknown]
    weighted = slopes * weight
    normal = np.einsum('itn,jtn->nij', weighted, slopes, optimize=True)
    right = np.einsum('itn,tn->ni', weighted, seen - here)
    size = (np.log(2 * RADIUS) + (guess[0] + REST) / 2) / 2
    expected = np.stack([guess[0], np.zeros_like(size), np.zeros_like(size), size, np.full_like(size, USUAL_SHAPE)])
    normal[:, range(5), range(5)] += SPREADS ** -2.0
    right += ((expected - guess) * (SPREADS ** -2.0)[:, None]).T
    step = np.linalg.solve(normal, right[..., None])[..., 0].T
    guess += np.clip(step, -LIMITS[:, None], LIMITS[:, None])
    np.clip(guess[3], np.log(5), np.log(70), out=guess[3])


def fit(force, limb_rad, limb_force, contact):
    """Areas of the contact ellipses of the frames in contact."""
    frames = np.flatnonzero(contact)
    column = np.round(limb_rad[frames] / (2 * np.pi / COLUMNS)).astype(int)
    middle = wrap(column * (2 * np.pi / COLUMNS) - limb_rad[frames]) * RADIUS
    sides = (column[:, None] + np.arange(-SIDE, SIDE + 1)) % COLUMNS
    tiles = (sides[:, :, None] + COLUMNS * np.arange(ROWS)).reshape(len(frames), -1)
    forces = np.ascontiguousarray(force[frames[:, None], tiles].T)
    seen = np.log(forces * forces + SOFT) / 2
    weight = 1 / (0.07 ** 2 + np.square(0.3 / (forces + 1.5)))
    guess = np.zeros((5, len(frames)))
    guess[0] = np.log(limb_force[frames])
    guess[3] = (np.log(2 * RADIUS) + (guess[0] + REST) / 2) / 2
    guess[4] = USUAL_SHAPE
    keys = np.arange(0, len(frames), KEY_STEP)
    key_guess, key_seen, key_weight = guess[:, keys], seen[:, keys], weight[:, keys]
    for begin in range(0, len(keys), CHUNK):
        part = slice(begin, begin + CHUNK)
        some = key_guess[:, part]
        for _ in range(KEY_ROUNDS):
            improve(some, key_seen[:, part], key_weight[:, part], middle[keys[part]])
        key_guess[:, part] = some
    everywhere = np.arange(len(frames))
    # where around the roller and how large, from the frames between; the force is that of the frame
    for unknown in range(1, 5):
        guess[unknown] = np.interp(everywhere, keys, key_guess[unknown])
    for begin in range(0, len(frames), CHUNK):
        part = slice(begin, begin + CHUNK)
        some = guess[:, part]
        improve(some, seen[:, part], weight[:, part], middle[part])
        guess[:, part] = some
    area = np.zeros(len(contact))
    area[frames] = np.pi * np.exp(2 * guess[3] + guess[4])
    return area


def hysteresis(values, on, off):
    """Whether a threshold with hysteresis is passed, without a loop: each frame has the last decided state."""
    decided = np.where(values >= on, 1, np.where(values < off, 0, -1))
    decided[0] = max(decided[0], 0)
    known = np.where(decided >= 0, np.arange(len(values)), 0)
    return decided[np.maximum.accumulate(known)].astype(bool)


def spans(state, shortest=0):
    edges = np.flatnonzero(np.diff(np.concatenate([[0], state.astype(np.int8), [0]])))
    found = edges.reshape(-1, 2)
    return found[found[:, 1] - found[:, 0] >= shortest]


def analyse(frames, calibration):
    tables = force_tables(calibration)
    pads = np.ascontiguousarray(frames['pads'].T)
    force = np.empty(pads.shape)
    for index in range(len(pads)):
        np.take(tables[index], pads[index], out=force[index], mode='clip')
    force = np.ascontiguousarray(force.T)
    pressure = force * (1000 / TILE_AREA)
    motion = frames['motion'].astype(float)
    accel = motion[:, :3] * (calibration['accel_full_scale_m_per_s2'] / FULL)
    gyro = motion[:, 3:] * (calibration['gyro_full_scale_rad_per_s'] / FULL) - np.array(calibration['gyro_offset_rad_per_s'])
    up, angle = roll(accel, gyro)
    from_limb = np.abs(wrap(np.arange(COLUMNS) * (2 * np.pi / COLUMNS) - up[:, None]))
    is_limb = from_limb <= LOBE
    columns = force.reshape(-1, ROWS, COLUMNS).sum(axis=1)
    limb = (columns * is_limb).sum(axis=1)
    floor = (columns * (from_limb >= np.pi - LOBE)).sum(axis=1)
    peak = (pressure.reshape(-1, ROWS, COLUMNS).max(axis=1) * is_limb).max(axis=1)
    area = fit(force, wrap(up), limb, limb >= 4)
    four = signal.butter(2, 4, fs=RATE_HZ)
    limb_smooth, floor_smooth = signal.lfilter(*four, limb), signal.lfilter(*four, floor)
    measurable = (limb >= 8) & (area > 0)
    quotient = np.where(measurable, limb / np.where(area > 0, area, 1) * 1000, 0)
    mean = ndimage.median_filter(quotient, 20, origin=9, mode='nearest')
    area_smooth = ndimage.median_filter(area, 50, origin=24, mode='nearest')
    weights = np.arange(25) - 12.0
    slope = np.convolve(mean, weights[::-1] / np.square(weights).sum() * RATE_HZ)[:len(mean)]
    speed = signal.lfilter(*signal.butter(2, 20, fs=RATE_HZ), gyro[:, 2] * (RADIUS - 2 * mean / 8))
    turning = np.sqrt(ndimage.uniform_filter1d(np.square(gyro).sum(axis=1), 15, origin=7))
    contact = hysteresis(limb_smooth, 15, 8)
    moving = hysteresis(turning, 0.0873, 0.0568)
    over = hysteresis(mean, 0.97 * 47, 0.9 * 47)
    loading = hysteresis(slope, 15, 15)
    holds = spans(contact & ~moving & (mean >= 14), 3 * RATE_HZ)
    strokes = [span for span in spans(contact & (speed > 0)).tolist() + spans(contact & (speed < 0)).tolist()
               if abs(speed[span[0]:span[1]].sum()) / RATE_HZ >= 20]
    figures = [(mean[a:b].mean(), peak[a:b].max(), area_smooth[a:b].mean()) for a, b in holds]
    return {'hold_count': len(holds), 'stroke_count': len(strokes), 'overpressure_count': len(spans(over, RATE_HZ // 2)),
            'loading_count': len(spans(loading, 10)), 'contact_s': float(contact.sum()) / RATE_HZ,
            'mean_kpa': float(mean[contact].mean()), 'figures': len(figures), 'floor_n': float(floor_smooth.mean())}, mean, area_smooth, angle


def main():
    rounds = int(sys.argv[4]) if len(sys.argv) > 4 else 1
    wall, cpu = [], []
    for _ in range(rounds):
        usage = resource.getrusage(resource.RUSAGE_SELF)
        # The first round bears the start of Python and the loading of the libraries.
        before = usage.ru_utime + usage.ru_stime if cpu else 0
        started = time.perf_counter()
        frames = np.fromfile(sys.argv[1], dtype=FRAME)
        calibration = json.load(open(sys.argv[2]))
        summary, mean, area, angle = analyse(frames, calibration)
        wall.append(time.perf_counter() - started)
        usage = resource.getrusage(resource.RUSAGE_SELF)
        cpu.append(usage.ru_utime + usage.ru_stime - before)
    summary.update(wall_s=wall, cpu_s=cpu, frame_count=len(frames))
    if len(sys.argv) > 3:
        ours = np.fromfile(sys.argv[3], dtype='<f4').reshape(-1, 3)
        loaded = (ours[:, 0] > 8) & (mean > 8) & (ours[:, 1] > 0)
        summary['median_pressure_difference'] = float(np.median(np.abs(mean[loaded] / ours[loaded, 0] - 1)))
        summary['median_area_difference'] = float(np.median(np.abs(area[loaded] / ours[loaded, 1] - 1)))
        summary['largest_angle_difference_rad'] = float(np.abs(angle - ours[:, 2]).max())
    print(json.dumps(summary))


if __name__ == '__main__':
    main()
