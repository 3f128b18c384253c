@echo off
rem Runs ipsisim on Windows with the Java in runtime, in JAVA_HOME, or in PATH: 17 or newer.
rem   IPSISIM_JAVA_OPTS   more options for Java, such as -Xmx2g
rem Exit status 3 if there is no Java, or it is too old; otherwise that of ipsisim.
setlocal
set "home=%~dp0"
set "java=java.exe"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java.exe"
if exist "%home%runtime\bin\java.exe" set "java=%home%runtime\bin\java.exe"
set "version="
set "told=%TEMP%\ipsisim-%RANDOM%%RANDOM%.txt"
"%java%" --version >"%told%" 2>nul
for /f "usebackq tokens=2" %%v in ("%told%") do if not defined version set "version=%%v"
del "%told%"
if not defined version (
    echo ipsisim: Java 17 or newer is needed, and there is none: set JAVA_HOME or PATH 1>&2
    exit /b 3
)
for /f "tokens=1 delims=.-+" %%m in ("%version%") do set "major=%%m"
if %major% LSS 17 (
    echo ipsisim: Java 17 or newer is needed; this one is %version% 1>&2
    exit /b 3
)
rem The collector that starts fastest; whoever has options for Java may name another, and Java takes no two.
set "collector=-XX:+UseSerialGC"
for %%v in (IPSISIM_JAVA_OPTS JDK_JAVA_OPTIONS JAVA_TOOL_OPTIONS) do if defined %%v set "collector="
"%java%" %collector% -XX:-UsePerfData -Xshare:auto -Dipsisim.command=ipsisim %IPSISIM_JAVA_OPTS% -jar "%home%lib\ipsisim.jar" %*
exit /b %ERRORLEVEL%
