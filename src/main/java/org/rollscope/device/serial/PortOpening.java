package org.rollscope.device.serial;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;

/** Opens a port, or says in words why not. */
final class PortOpening {
    private static final int READ_TIMEOUT_MS = 200;

    private PortOpening() {}

    /**
     * Opens a port for reads that wait at most a fifth of a second.
     *
     * @throws UnopenedPortException with the path and the reason.
     */
    static SerialPort open(String path, int baud) throws UnopenedPortException {
        SerialPort port;
        try {
            port = SerialPort.getCommPort(path);
        } catch (SerialPortInvalidPortException missing) {
            throw new UnopenedPortException(path + " is not there; is the roller plugged in?");
        }
        port.setBaudRate(baud);
        port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, READ_TIMEOUT_MS, 0);
        if (!port.openPort()) {
            throw new UnopenedPortException(path + " cannot be opened: " + openFailure(port.getLastErrorCode()));
        }
        return port;
    }

    /** The system's error numbers that people meet. */
    private static String openFailure(int errorCode) {
        return switch (errorCode) {
            case 2, 11, 16 -> "another program has it open";
            case 13 -> "no permission; add this user to the group dialout and log in again";
            default -> "system error " + errorCode;
        };
    }
}
