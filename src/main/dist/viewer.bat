@echo off
rem SPDX-License-Identifier: Apache-2.0
rem Opens the viewer on Windows; can be double-clicked. What goes wrong stays to be read.
call "%~dp0rollscope.bat" viewer %*
if errorlevel 1 pause
