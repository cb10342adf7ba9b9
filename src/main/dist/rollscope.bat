@echo off
rem SPDX-License-Identifier: Apache-2.0
rem Runs Rollscope on Windows: rollscope COMMAND, see rollscope --help.
setlocal
set "java=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "java=%JAVA_HOME%\bin\java.exe"
"%java%" --version >nul 2>&1
if errorlevel 1 (
    echo rollscope: Java 17 or newer is needed; get it from https://adoptium.net 1>&2
    exit /b 3
)
"%java%" -XX:+UseSerialGC -Xmx512m "-Drollscope.home=%~dp0." -cp "%~dp0lib\*" org.rollscope.app.Main %*
exit /b %errorlevel%
